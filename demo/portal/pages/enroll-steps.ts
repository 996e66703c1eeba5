import { html } from "ghtml";
import { icon } from "./icons.js";
import { brandMark, moment } from "./layout.js";
import type { EnrollmentModel, EnrollModel } from "./models.js";

const qrName = "QR code for setting up your authenticator app";

/** QR code, key and link. Without script the picture comes from the server. */
export function appStep(enrollment: EnrollmentModel, now: number): string {
  const groups = enrollment.keyGroups.map((group) => html`<span>${group}</span>`).join("");
  return html`<section aria-labelledby="s1">
    <h2 class="cs-step-title" id="s1"><span>1</span><span>Add it to your authenticator app</span></h2>
    <p class="cs-hint">
      In Google Authenticator, Microsoft Authenticator, Authy or 1Password choose +, then scan.
    </p>
    <div class="cs-phone-only cs-scan-first" data-needs-script>
      <button class="cs-button cs-button--primary cs-button--lg cs-button--wide" type="button" data-open-app>
        Open in authenticator app
      </button>
    </div>
    <details class="cs-disclosure cs-fold cs-phone-only">
      <summary>App on another phone? Show the QR code !${icon("i-down", "sm")}</summary>
    </details>
    <div class="cs-scan cs-scan--well">
      <div class="cs-qr" data-qr data-name="${qrName}">
        <img src="/account/security/enroll/qr.png" alt="${qrName}" width="200" height="200" />
      </div>
    </div>
    <div class="cs-keyline">
      <span class="cs-hint" id="key-name">Or type this key</span>
      <div class="cs-key">
        <span class="cs-key__text" translate="no" data-key>!${groups}</span>
        <button class="cs-icon-button" type="button" aria-label="Copy key" data-copy="key" data-needs-script>
          !${icon("i-copy")}
        </button>
      </div>
      <dl class="cs-facts">
        <dt>Account</dt>
        <dd>${enrollment.issuer}, ${enrollment.account}</dd>
        <dt>Type</dt>
        <dd>Time based, ${enrollment.digits} digits, ${enrollment.period} seconds</dd>
      </dl>
      <p class="fh-keyfoot">
        <button class="cs-link-button" type="button" data-copy="link" data-needs-script>
          !${icon("i-link", "sm")}Copy setup link
        </button>
        <span class="cs-hint">Finish by !${moment(enrollment.expiresAt, "time", now)}</span>
      </p>
    </div>
  </section>`;
}

/** The backup codes, the ways to keep them, and the tick. */
export function codesStep(enrollment: EnrollmentModel, saved: boolean): string {
  return html`<section aria-labelledby="s3">
    <h2 class="cs-step-title" id="s3"><span>3</span>Save your backup codes</h2>
    <p class="cs-hint">
      Each works once. If you lose the phone or delete the app, they are the only way back in. They are shown
      once: keep them in a password manager or on paper.
    </p>
    <ol class="cs-codes" aria-label="Backup codes" translate="no" data-codes>
      !${codeList(enrollment)}
    </ol>
    <div class="cs-button-row" data-needs-script>
      <button class="cs-button cs-button--sm" type="button" data-download>
        !${icon("i-download", "sm")}Download
      </button>
      <button class="cs-button cs-button--sm" type="button" data-print>!${icon("i-print", "sm")}Print</button>
      <button class="cs-button cs-button--sm" type="button" data-copy="codes">
        !${icon("i-copy", "sm")}Copy all
      </button>
    </div>
    <label class="cs-check">
      <input type="checkbox" name="saved" value="yes" !${saved ? "checked" : ""} />
      <span class="cs-check__text">I have safely copied and stored this code.</span>
    </label>
  </section>`;
}

function codeList(enrollment: EnrollmentModel): string {
  return enrollment.backupCodes.map((code) => html`<li>${code}</li>`).join("");
}

/** The only thing that prints: paper is white in every theme. */
export function printSheet(model: EnrollModel): string {
  const { enrollment, now } = model;
  return html`<article class="cs-paper" aria-label="Print sheet" translate="no" data-paper>
    <header class="cs-paper__head">
      !${brandMark}<span
        >Made !${moment(enrollment.madeAt, "date", now)}, !${moment(enrollment.madeAt, "time", now)}</span
      >
    </header>
    <h2 class="cs-title">Backup codes</h2>
    <p>For <b>${enrollment.account}</b>. Each code signs you in once. Cross it off when you have used it.</p>
    <ol class="cs-paper__codes">
      !${codeList(enrollment)}
    </ol>
    <ul class="cs-paper__notes">
      <li>Capitals, spaces and dashes don’t matter. The codes have no I, L, O or U.</li>
      <li>Turning two-factor authentication off in Security settings cancels this sheet.</li>
      <li>Keep it where you keep a passport. Nobody at Fernhill will ask for a code.</li>
    </ul>
  </article>`;
}
