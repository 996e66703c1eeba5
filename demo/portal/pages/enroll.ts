import { html } from "ghtml";
import { codeField, formProblem } from "./code-field.js";
import { appStep, codesStep, printSheet } from "./enroll-steps.js";
import { icon } from "./icons.js";
import { csrfField, page, stage } from "./layout.js";
import type { EnrollModel } from "./models.js";
import { behindDialog } from "./security.js";
import { codeMessage } from "./words.js";
import { everyWorkspace } from "./workspaces.js";

/** GET /account/security/enroll: QR code, key, code field and backup codes in one dialog. */
export function renderEnroll(model: EnrollModel): string {
  return page(
    model,
    "Set up two-factor authentication",
    stage(behindDialog(model), dialog(model)) + printSheet(model),
    {
      paper: true,
    },
  );
}

function dialog(model: EnrollModel): string {
  const { enrollment, now, problem } = model;
  const field = codeField({
    label: null,
    digits: enrollment.digits,
    period: enrollment.period,
    now,
    automatic: false,
    backupCode: false,
    focus: false,
    ...(problem === undefined ? {} : { problem }),
  });
  const unsaved =
    problem?.error === "not-saved"
      ? codeMessage(problem, "authenticator", { digits: enrollment.digits, now, backupCode: false }).parts
      : undefined;
  return html`<div
    class="cs-card cs-card--wide cs-dialog cs-sheet"
    role="dialog"
    aria-modal="true"
    aria-labelledby="title"
    data-enroll
    data-expires="${enrollment.expiresAt}"
    data-made="${enrollment.madeAt}"
    data-issuer="${enrollment.issuer}"
    data-account="${enrollment.account}"
  >
    <form id="cancel" method="post" action="/account/security/enroll/cancel">!${csrfField(model)}</form>
    <form method="post" action="/account/security/enroll/confirm" autocomplete="off" data-code-form="enroll">
      !${csrfField(model)}
      <div class="cs-card__head">
        <div>
          <h1 class="cs-title" id="title" tabindex="-1" autofocus>
            Set up <span class="cs-nowrap">two-factor</span> authentication
          </h1>
          <p class="cs-lead">
            For ${enrollment.account}, ${everyWorkspace(model.workspaces)}. Nothing changes until you press
            Verify.
          </p>
        </div>
        <button class="cs-icon-button" type="submit" form="cancel" aria-label="Close">!${icon("i-x")}</button>
      </div>
      <div class="cs-card__body cs-split">
        <div class="cs-stack--loose">!${appStep(enrollment, now)}</div>
        <div class="cs-stack--loose">
          <section aria-labelledby="code-label">
            <h2 class="cs-step-title" id="code-label">
              <span>2</span><label for="code">Enter verification code</label>
            </h2>
            !${field}
          </section>
          !${codesStep(enrollment, model.saved === true)} !${formProblem(unsaved, now)}
        </div>
      </div>
      <div class="fh-leave" role="alertdialog" aria-labelledby="leave-title" hidden data-leave>
        <p id="leave-title">
          <b>These codes aren’t saved yet.</b> If you leave, 2FA stays off and they stop working.
        </p>
        <button class="cs-button cs-button--lg" type="button" data-stay>Go back</button>
        <button
          class="cs-button cs-button--danger cs-button--lg"
          type="submit"
          form="cancel"
          data-leave-anyway
        >
          Leave
        </button>
      </div>
      <div class="cs-card__foot" data-foot>
        <button class="cs-button cs-button--quiet cs-button--lg" type="submit" form="cancel">Cancel</button>
        <p class="cs-hint cs-push" id="why" data-why></p>
        <button
          class="cs-button cs-button--primary cs-button--lg"
          type="submit"
          aria-describedby="why"
          data-submit
        >
          Verify
        </button>
      </div>
    </form>
  </div>`;
}
