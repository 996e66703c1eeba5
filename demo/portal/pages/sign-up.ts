import { html } from "ghtml";
import { formProblem, textField } from "./code-field.js";
import { centered, csrfField, page } from "./layout.js";
import type { SignUpModel } from "./models.js";
import { formMessage, type Part } from "./words.js";

/** GET /sign-up */
export function renderSignUp(model: SignUpModel): string {
  const message = model.problem === undefined ? undefined : formMessage(model.problem);
  const at = (field: string): { error?: readonly Part[] } =>
    message?.field === field ? { error: message.parts } : {};
  const { now } = model;
  const card = html`<form
    class="cs-card cs-sheet"
    method="post"
    action="/sign-up"
    aria-labelledby="title"
    data-form
  >
    !${csrfField(model)}
    <div class="cs-card__head">
      <div>
        <h1 class="cs-title" id="title">Create your account</h1>
        <p class="cs-lead">Invoices, payslips and tax files of your clients in one place.</p>
      </div>
    </div>
    <div class="cs-card__body cs-stack">
      !${formProblem(message?.field === null ? message.parts : undefined, now)}
      !${textField({
        name: "name",
        label: "Name",
        hint: "As your clients know you.",
        value: model.name ?? "",
        attributes: 'type="text" autocomplete="name" required',
        now,
        ...at("name"),
      })}
      !${textField({
        name: "email",
        label: "Email",
        hint: "You sign in with it.",
        value: model.email ?? "",
        attributes: 'type="email" autocomplete="username" required',
        now,
        ...at("email"),
      })}
      !${textField({
        name: "password",
        label: "Password",
        hint: "At least 12 characters. A sentence is fine.",
        attributes: 'type="password" autocomplete="new-password" minlength="12" required',
        now,
        ...at("password"),
      })}
      <button class="cs-button cs-button--primary cs-button--lg cs-button--wide" type="submit">
        Create account
      </button>
    </div>
  </form>`;
  const foot = '<p>Already have an account? <a href="/sign-in">Sign in</a></p>';
  return page(model, "Create your account", centered(model, card, foot));
}
