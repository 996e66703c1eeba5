import { html } from "ghtml";
import { formProblem, textField } from "./code-field.js";
import { icon } from "./icons.js";
import { csrfField } from "./layout.js";
import { plural } from "./moments.js";
import type { SecurityModel, TwoFactorState } from "./models.js";
import { isFormRefusal } from "./refusals.js";
import { formMessage } from "./words.js";
import { everyWorkspace } from "./workspaces.js";

type On = Extract<TwoFactorState, { on: true }>;

const close = `<a class="cs-icon-button" href="/account/security" aria-label="Close" data-dismiss>${icon("i-x")}</a>`;

/** What it does and what is needed, before anything is made. */
export function explainDialog(model: SecurityModel): string {
  return html`<section
    class="cs-card cs-dialog cs-sheet"
    role="dialog"
    aria-modal="true"
    aria-labelledby="title"
  >
    <div class="cs-card__head">
      <div>
        <h1 class="cs-title" id="title" tabindex="-1" autofocus>Sign in with a code as well</h1>
        <p class="cs-lead">
          After your password, Fernhill asks for a 6-digit code, ${everyWorkspace(model.workspaces)}. Whoever
          knows your password still can’t get in.
        </p>
      </div>
      !${close}
    </div>
    <div class="cs-card__body cs-stack">
      <div>
        <p class="cs-label">You need</p>
        <ul class="cs-ticks">
          <li>
            !${icon("i-phone", "sm")}<span
              >A phone or computer with an <a class="cs-nowrap" href="/help#app">authenticator app</a></span
            >
          </li>
          <li>
            !${icon("i-file", "sm")}<span>A safe place for 10 backup codes: a password manager or paper</span>
          </li>
          <li>!${icon("i-clock", "sm")}<span>About 2 minutes; nothing changes until the last step</span></li>
        </ul>
      </div>
      <p class="cs-hint">The app needs no signal: it makes the codes on the device. Each lasts 30 seconds.</p>
    </div>
    <div class="cs-card__foot">
      <a class="cs-button cs-button--quiet cs-button--lg" href="/account/security">Not now</a>
      <a class="cs-button cs-button--primary cs-button--lg" href="/account/security?step=password"
        >Enable 2FA</a
      >
    </div>
  </section>`;
}

/** The password once more, so that an open session alone can't change how the account is protected. */
export function passwordDialog(model: SecurityModel): string {
  const { now, problem } = model;
  const message = problem !== undefined && isFormRefusal(problem) ? formMessage(problem) : undefined;
  const field = textField({
    name: "password",
    label: "Password",
    attributes: 'type="password" autocomplete="current-password" required autofocus',
    now,
    ...(message?.field === "password" ? { error: message.parts } : {}),
  });
  return html`<section
    class="cs-card cs-dialog cs-sheet"
    role="dialog"
    aria-modal="true"
    aria-labelledby="title"
  >
    <form method="post" action="/account/security/enroll" data-form>
      !${csrfField(model)}
      <div class="cs-card__head">
        <div>
          <h1 class="cs-title" id="title">First, your password again</h1>
          <p class="cs-lead">So that nobody else can set this up on an open screen.</p>
        </div>
        !${close}
      </div>
      <div class="cs-card__body cs-stack">
        !${formProblem(message !== undefined && message.field === null ? message.parts : undefined, now)}
        <input
          class="cs-hidden"
          type="text"
          autocomplete="username"
          value="${model.user.email}"
          tabindex="-1"
          aria-hidden="true"
          readonly
        />
        !${field}
      </div>
      <div class="cs-card__foot">
        <a class="cs-button cs-button--quiet cs-button--lg" href="/account/security">Cancel</a>
        <button
          class="cs-button cs-button--primary cs-button--lg"
          type="submit"
          data-submit
          data-busy="Checking…"
        >
          Continue
        </button>
      </div>
    </form>
  </section>`;
}

/** The last screen: what is on, and what changes. */
export function doneDialog(model: SecurityModel, state: On): string {
  return html`<section
    class="cs-card cs-dialog cs-sheet"
    role="dialog"
    aria-modal="true"
    aria-labelledby="title"
  >
    <div class="cs-card__head">
      <div>
        <p class="cs-done" aria-hidden="true">!${icon("i-check")}</p>
        <h1 class="cs-title" id="title" tabindex="-1" autofocus>Two-factor authentication is on</h1>
        <p class="cs-lead">
          Congratulations, you have secured your account. From the next sign-in on we ask for a code from your
          app, ${everyWorkspace(model.workspaces)}.
        </p>
      </div>
    </div>
    <div class="cs-card__body">
      <ul class="cs-ticks">
        <li class="is-ok">
          !${icon("i-check-circle", "sm")}<span>Authenticator app, checked just now</span>
        </li>
        <li class="is-ok">
          !${icon("i-check-circle", "sm")}<span
            >${plural(state.backupCodesLeft, "backup code")}, saved by you</span
          >
        </li>
      </ul>
    </div>
    <div class="cs-card__foot">
      <a class="cs-button cs-button--primary cs-button--lg" href="/account/security" data-dismiss>Done</a>
    </div>
  </section>`;
}
