import { html } from "ghtml";
import { centered, page } from "./layout.js";
import type { ErrorModel } from "./models.js";

const texts: Record<ErrorModel["status"], { title: string; lead: string }> = {
  400: { title: "That didn’t arrive whole", lead: "Go back, fill in the form again and send it once more." },
  403: {
    title: "This page is too old",
    lead: "The form was made for another session. Open the page again, then send it.",
  },
  404: { title: "There’s nothing here", lead: "The address may be mistyped, or the page has moved." },
  429: { title: "Too many requests", lead: "Wait a minute, then try again." },
  500: {
    title: "That’s our fault",
    lead: "Something went wrong on our side. Nothing was changed; try again in a moment.",
  },
};

/** An answer that isn't a page of the portal. Never says more than its status. */
export function renderError(model: ErrorModel): string {
  const { title, lead } = texts[model.status];
  const card = html`<section class="cs-card cs-sheet" aria-labelledby="title">
    <div class="cs-card__head">
      <div>
        <p class="cs-hint cs-num">${model.status}</p>
        <h1 class="cs-title" id="title">${title}</h1>
        <p class="cs-lead">${lead}</p>
      </div>
    </div>
    <div class="cs-card__foot cs-card__foot--plain">
      <a class="cs-button cs-button--primary cs-button--lg" href="/"
        >${model.user === undefined ? "Sign in" : "Documents"}</a
      >
    </div>
  </section>`;
  return page(model, title, centered(model, card, '<p><a href="/help">Get help</a></p>'));
}
