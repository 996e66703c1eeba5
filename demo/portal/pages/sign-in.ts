import { html } from "ghtml";
import { formProblem, textField } from "./code-field.js";
import { centered, csrfField, page } from "./layout.js";
import type { SignInModel } from "./models.js";
import { formMessage } from "./words.js";

/** GET /sign-in */
export function renderSignIn(model: SignInModel): string {
  const message = model.problem === undefined ? undefined : formMessage(model.problem);
  const wrong = message?.field === "password" ? { error: message.parts } : {};
  const { now } = model;
  const card = html`<form
    class="cs-card cs-sheet"
    method="post"
    action="/sign-in"
    aria-labelledby="title"
    data-form
  >
    !${csrfField(model)}
    <div class="cs-card__head">
      <div><h1 class="cs-title" id="title">Sign in</h1></div>
    </div>
    <div class="cs-card__body cs-stack">
      !${formProblem(message?.field === null ? message.parts : undefined, now)}
      !${textField({
        name: "email",
        label: "Email",
        value: model.email ?? "",
        attributes: 'type="email" autocomplete="username" required autofocus',
        now,
        quiet: true,
      })}
      !${textField({
        name: "password",
        label: "Password",
        attributes: 'type="password" autocomplete="current-password" required',
        now,
        ...wrong,
      })}
      <button class="cs-button cs-button--primary cs-button--lg cs-button--wide" type="submit">
        Sign in
      </button>
    </div>
  </form>`;
  const foot = `${demoAccounts(model)}<p>New here? <a href="/sign-up">Create an account</a> · <a href="/help">Get help</a></p>`;
  return page(model, "Sign in", centered(model, card, foot));
}

function demoAccounts(model: SignInModel): string {
  if (model.demoAccounts === undefined || model.demoAccounts.length === 0) return "";
  const rows = model.demoAccounts.map(
    ({ email, password }) =>
      html`<dt>${email}</dt>
        <dd class="cs-mono">${password}</dd>`,
  );
  return `<section class="fh-demo" aria-label="Accounts of this demo"><p>This demo comes with two accounts:</p><dl>${rows.join("")}</dl></section>`;
}
