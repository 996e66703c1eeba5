import { html } from "ghtml";
import { icon, type IconName, sprite } from "./icons.js";
import { formatMoment, type MomentStyle } from "./moments.js";
import type { Notice, PageBase, User } from "./models.js";
import { FEW_CODES, noticeText } from "./words.js";

const mark =
  '<svg viewBox="0 0 26 26" aria-hidden="true"><rect width="26" height="26" rx="7" fill="currentColor"/><g class="fh-mark" fill="none" stroke-width="1.7" stroke-linecap="round"><path d="M5.5 18.5c2.7-5.3 5.2-7.7 7.3-7.7 2.6 0 5 2.6 7.7 7.7M11.3 18.5c1.9-3 3.7-4.5 5.4-4.5 1.4 0 2.7 1.1 3.8 3.2"/></g><circle class="fh-sun" cx="18" cy="8.3" r="1.7"/></svg>';

const brand = `<a class="fh-brand" href="/">${mark}Fernhill</a>`;

/** In the page itself, so that no browser asks for /favicon.ico. */
const favicon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 26 26"><rect width="26" height="26" rx="7" fill="#14171c"/><g fill="none" stroke="#fff" stroke-width="1.7" stroke-linecap="round"><path d="M5.5 18.5c2.7-5.3 5.2-7.7 7.3-7.7 2.6 0 5 2.6 7.7 7.7M11.3 18.5c1.9-3 3.7-4.5 5.4-4.5 1.4 0 2.7 1.1 3.8 3.2"/></g><circle cx="18" cy="8.3" r="1.7" fill="#fff"/></svg>',
)}`;

/** The name and mark of the portal, not a link. For the print sheet. */
export const brandMark = `<span class="fh-brand">${mark}Fernhill</span>`;

/** A whole document. `body` is markup. */
export function page(base: PageBase, title: string, body: string, options: { paper?: boolean } = {}): string {
  const styles = base.assets.styles.map((href) => html`<link rel="stylesheet" href="${href}" />`).join("\n");
  return html`<!doctype html>
    <html lang="en" data-now="${base.now}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#f6f7f9" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0e1014" media="(prefers-color-scheme: dark)" />
        <meta name="referrer" content="same-origin" />
        <title>${title} · Fernhill</title>
        <link rel="icon" href="${favicon}" />
        !${styles}
        <script type="module" src="${base.assets.script}"></script>
      </head>
      <body !${options.paper === true ? 'class="fh-with-paper"' : ""}>
        !${sprite(body)}!${body}
      </body>
    </html>`;
}

/** The hidden field that every form posts. */
export function csrfField(base: PageBase): string {
  return html`<input type="hidden" name="csrf" value="${base.csrf}" />`;
}

/** A moment in UTC; the page's script rewrites it to the reader's time. */
export function moment(at: number, style: MomentStyle, now: number): string {
  const zone = style === "date" ? "" : " UTC";
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}" data-style="${style}"
    >${formatMoment(at, style, now, "UTC")}${zone}</time
  >`;
}

/** Good news is green, what needs an act is amber, and the rest is plain. */
function noticeLook(told: Notice): { tone: string; drawn: IconName } {
  const caution = told.kind === "backup-code-used" ? told.left <= FEW_CODES : told.kind === "enroll-expired";
  if (caution) return { tone: " cs-banner--caution", drawn: "i-warning" };
  const plain = told.kind !== "signed-up" && told.kind !== "signed-out";
  return plain ? { tone: "", drawn: "i-info" } : { tone: " cs-banner--ok", drawn: "i-check-circle" };
}

/** What just happened, told once. */
export function notice(base: PageBase): string {
  if (base.notice === undefined) return "";
  const { tone, drawn } = noticeLook(base.notice);
  return html`<div class="cs-banner!${tone}" role="status">
    !${icon(drawn)}
    <p class="cs-banner__text">${noticeText(base.notice)}</p>
  </div>`;
}

/** The card in the middle of an otherwise empty page: sign-up, sign-in, challenge. */
export function centered(base: PageBase, card: string, foot: string): string {
  const told = base.notice === undefined ? "" : `<div class="fh-notice">${notice(base)}</div>`;
  return `<main class="fh-centre">${brand}${told}${card}<div class="fh-foot">${foot}</div></main>`;
}

function initials(name: string): string {
  const letters = name.trim().match(/(?<!\S)\S/gu) ?? [];
  const last = letters.length > 1 ? (letters.at(-1) ?? "") : "";
  return ((letters[0] ?? "") + last).toUpperCase();
}

/** The two letters in a circle. */
export function avatar(user: User): string {
  return html`<span class="cs-tile cs-tile--round cs-tile--xs" aria-hidden="true"
    >${initials(user.name)}</span
  >`;
}

export type Place = "documents" | "security" | "help" | "none";

function bar(base: PageBase, user: User, place: Place): string {
  const here = (wanted: Place): string => (wanted === place ? ' aria-current="page"' : "");
  return html`<header class="fh-bar">
    !${brand}
    <nav class="fh-nav" aria-label="Main">
      <a href="/" !${here("documents")}>Documents</a>
      <a href="/account/security" !${here("security")}>Security</a>
      <a href="/help" !${here("help")}>Help</a>
    </nav>
    <details class="cs-menu fh-account">
      <summary class="fh-avatar">
        ${initials(user.name)}<span class="cs-hidden">, account menu of ${user.name}</span>
      </summary>
      <div class="cs-menu__list">
        <p class="fh-account__who"><b>${user.name}</b><span>${user.email}</span></p>
        <a class="cs-menu__item" href="/">!${icon("i-file")}Documents</a>
        <a class="cs-menu__item" href="/account/security">!${icon("i-shield-check")}Security</a>
        <a class="cs-menu__item" href="/help">!${icon("i-help")}Help</a>
        <form method="post" action="/sign-out">
          !${csrfField(base)}<button class="cs-menu__item" type="submit">
            !${icon("i-signout")}Sign out
          </button>
        </form>
      </div>
    </details>
  </header>`;
}

/** A page inside the portal: bar, and one column. */
export function inside(
  base: PageBase,
  user: User,
  place: Place,
  main: string,
  tag: "main" | "div" = "main",
): string {
  const column = `${notice(base)}${main}`;
  return `${bar(base, user, place)}<div class="fh-page"><${tag} class="cs-stack--loose">${column}</${tag}></div>`;
}

/** A dialog over the page behind it. The page behind can't be reached while the dialog is open, with or without script. */
export function stage(behind: string, dialog: string): string {
  return `<div class="fh-stage"><div class="fh-stage__behind" aria-hidden="true" inert>${behind}</div><main class="fh-stage__front">${dialog}</main></div>`;
}
