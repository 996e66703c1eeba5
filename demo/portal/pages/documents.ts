import { html } from "ghtml";
import { icon } from "./icons.js";
import { inside, page } from "./layout.js";
import type { DocumentsModel } from "./models.js";

/** GET /: what a second factor protects. */
export function renderDocuments(model: DocumentsModel): string {
  const nudge = model.twoFactor
    ? ""
    : html`<div class="cs-banner cs-banner--row">
        !${icon("i-shield-check")}
        <div>
          <p class="cs-banner__title">Keep your clients’ papers yours</p>
          <p class="cs-banner__text">Turn on two-factor authentication. It takes about 2 minutes.</p>
        </div>
        <div class="cs-banner__actions">
          <a class="cs-button cs-button--primary" href="/account/security">Set it up</a>
        </div>
      </div>`;
  const state = model.twoFactor
    ? "Two-factor authentication protects this account."
    : "Only your password protects this account.";
  const main = html`<h1 class="cs-title cs-title--page">Documents</h1>
    !${nudge}
    <section class="cs-panel" aria-labelledby="empty-title">
      <div class="cs-empty">
        !${icon("i-file")}
        <h2 class="cs-title cs-title--section" id="empty-title">No documents yet</h2>
        <p>Papers that your clients send you will be listed here. ${state}</p>
      </div>
    </section>`;
  return page(model, "Documents", inside(model, model.user, "documents", main));
}
