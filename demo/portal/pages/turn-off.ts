import { html } from "ghtml";
import { backupCodeField, codeField, formProblem, textField } from "./code-field.js";
import { icon } from "./icons.js";
import { csrfField } from "./layout.js";
import type { CodeProblem, SecurityModel } from "./models.js";
import { isFormRefusal } from "./refusals.js";
import { formMessage } from "./words.js";

const address = "/account/security?step=turn-off";

/** The red card in place, where the row is: what is lost, then password and code. */
export function turnOffCard(model: SecurityModel): string {
  const { now, problem } = model;
  const form = problem !== undefined && isFormRefusal(problem) ? formMessage(problem) : undefined;
  const code = problem !== undefined && !isFormRefusal(problem) ? problem : undefined;
  const backup = model.method === "backup-code";
  const field = backup ? backupCodeField(code, now, { focus: false }) : appCodeField(code, now);
  const password = textField({
    name: "password",
    label: "Password",
    attributes: 'type="password" autocomplete="current-password" required autofocus',
    now,
    ...(form?.field === "password" ? { error: form.parts } : {}),
  });
  return html`<form
    class="fh-turn-off"
    method="post"
    action="/account/security/turn-off"
    id="turn-off"
    aria-labelledby="turn-off-title"
    data-code-form="manual"
  >
    !${csrfField(model)}<input
      type="hidden"
      name="method"
      value="${backup ? "backup-code" : "authenticator"}"
    />
    <div class="cs-banner cs-banner--danger">
      !${icon("i-trash")}
      <div>
        <h3 class="cs-banner__title" id="turn-off-title">Turn two-factor authentication off?</h3>
        <p class="cs-banner__text">
          Only your password will protect this account. Your app’s codes and all backup codes stop working at
          once. Afterwards delete the Fernhill entry in the app.
        </p>
      </div>
      <div class="fh-turn-off__body cs-stack">
        !${formProblem(form !== undefined && form.field === null ? form.parts : undefined, now)}
        <div class="fh-turn-off__fields">
          !${password}
          <div>!${field}</div>
        </div>
        <p>
          <a class="cs-link-button" href="${address}${backup ? "" : "&method=backup-code"}#turn-off"
            >${backup ? "Use a code from the app" : "No phone at hand? Use a backup code"}</a
          >
        </p>
        <div class="cs-banner__actions">
          <button class="cs-button cs-button--danger" type="submit" data-submit>Turn off</button>
          <a class="cs-button" href="/account/security">Keep it on</a>
        </div>
      </div>
    </div>
  </form>`;
}

function appCodeField(problem: CodeProblem | undefined, now: number): string {
  return codeField({
    label: "Code from your authenticator app",
    digits: 6,
    period: 30,
    now,
    automatic: false,
    backupCode: false,
    focus: false,
    ...(problem === undefined ? {} : { problem }),
  });
}
