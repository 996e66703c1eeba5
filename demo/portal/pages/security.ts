import { html } from "ghtml";
import { icon } from "./icons.js";
import { inside, moment, page, stage } from "./layout.js";
import { plural } from "./moments.js";
import type { PageBase, SecurityModel, TwoFactorState, User } from "./models.js";
import { doneDialog, explainDialog, passwordDialog } from "./security-dialogs.js";
import { securityLog } from "./security-log.js";
import { turnOffCard } from "./turn-off.js";
import { FEW_CODES } from "./words.js";
import { everyWorkspace, workspaceNames } from "./workspaces.js";

type On = Extract<TwoFactorState, { on: true }>;

/** GET /account/security, and its dialogs by `step`. */
export function renderSecurity(model: SecurityModel): string {
  const dialog = openDialog(model);
  const body = dialog === "" ? securityPage(model, "main") : stage(securityPage(model, "div"), dialog);
  return page(model, dialog === "" ? "Security" : "Two-factor authentication", body);
}

function openDialog(model: SecurityModel): string {
  if (model.twoFactor.on) return model.step === "done" ? doneDialog(model, model.twoFactor) : "";
  if (model.step === "explain") return explainDialog(model);
  return model.step === "password" ? passwordDialog(model) : "";
}

/** The page itself; a `div` in place of `main` where it stands behind a dialog. */
function securityPage(model: SecurityModel, tag: "main" | "div"): string {
  const panels = model.twoFactor.on ? onPanels(model, model.twoFactor) : offPanel(model.workspaces);
  const main = `<h1 class="cs-title cs-title--page">Security</h1>${panels}${securityLog(model.log, model.now)}${helpLine}`;
  return inside(model, model.user, "security", main, tag);
}

/** The page behind the set-up dialog. */
export function behindDialog(
  model: PageBase & { readonly user: User; readonly workspaces: readonly string[] },
): string {
  const off = `<h1 class="cs-title cs-title--page">Security</h1>${offPanel(model.workspaces)}`;
  return inside(model, model.user, "security", off, "div");
}

const reasons: readonly [Parameters<typeof icon>[0], string, string][] = [
  ["i-key", "Passwords leak", "A stolen or guessed password isn’t enough to sign in."],
  ["i-file", "Your clients’ papers", "Invoices, payslips and tax files stay closed to anyone but you."],
  ["i-building", "Compliance", "Tax authorities and auditors expect a second factor on accounting data."],
];

function offPanel(workspaces: readonly string[]): string {
  const why = reasons.map(
    ([name, title, text]) =>
      html`<div>
        !${icon(name)}
        <div>
          <h3 class="cs-title cs-title--small">${title}</h3>
          <p>${text}</p>
        </div>
      </div>`,
  );
  return html`<section class="cs-panel" aria-labelledby="off-title">
    <div class="cs-panel__head">
      <div>
        <h2 class="cs-title cs-title--section cs-cluster" id="off-title">
          Two-factor authentication <span class="cs-chip">Off</span>
        </h2>
        <p class="cs-lead">
          After your password, Fernhill asks for a 6-digit code from an app on your phone or computer. About 2
          minutes to set up.
        </p>
      </div>
      <a class="cs-button cs-button--primary" href="/account/security?step=explain">Enable 2FA</a>
    </div>
    <div class="fh-reasons">!${why.join("")}</div>
    <p class="cs-row cs-hint">
      !${icon("i-info", "sm")}<span
        >Applies to every workspace of your account: ${workspaceNames(workspaces)}.</span
      ><a href="/help#no-phone">No smartphone?</a>
    </p>
  </section>`;
}

function onPanels(model: SecurityModel, state: On): string {
  const { now } = model;
  const open = model.step === "turn-off";
  const used =
    state.lastUsedAt === undefined
      ? "not used yet"
      : `last used ${lowerFirst(moment(state.lastUsedAt, "moment", now))}`;
  const pips =
    "<b></b>".repeat(state.backupCodesLeft) +
    '<b class="is-used"></b>'.repeat(state.backupCodesTotal - state.backupCodesLeft);
  const scarce = state.backupCodesLeft <= FEW_CODES ? ` ${lowCodes(state.backupCodesLeft)}` : "";
  const turnOff = open
    ? ""
    : '<a class="cs-button cs-button--danger-quiet" href="/account/security?step=turn-off#turn-off">Turn off</a>';
  return html`<section class="cs-panel" aria-labelledby="on-title">
      <div class="cs-panel__head">
        <div>
          <h2 class="cs-title cs-title--section cs-cluster" id="on-title">
            Two-factor authentication <span class="cs-chip cs-chip--ok">!${icon("i-check")}On</span>
          </h2>
          <p class="cs-lead">
            Asked at every new sign-in, ${everyWorkspace(model.workspaces)}. On since
            <span class="cs-nowrap">!${moment(state.since, "date", now)}</span>.
          </p>
        </div>
        !${turnOff}
      </div>
      !${open ? turnOffCard(model) : ""}
      <ul class="cs-list">
        <li>
          <span class="cs-tile">!${icon("i-phone")}</span>
          <div>
            <p class="cs-row__name">Authenticator app</p>
            <p class="cs-row__meta">Added !${moment(state.since, "date", now)} · !${used}</p>
          </div>
        </li>
      </ul>
    </section>
    <section class="cs-panel" aria-labelledby="way-title">
      <div class="cs-panel__head">
        <h2 class="cs-title cs-title--section" id="way-title">If you lose your phone</h2>
      </div>
      <ul class="cs-list">
        <li>
          <span class="cs-tile">!${icon("i-file")}</span>
          <div>
            <p class="cs-row__name">Backup codes!${scarce}</p>
            <p class="cs-row__meta">
              <span class="cs-pips" aria-hidden="true">!${pips}</span
              ><span class="cs-nowrap">${state.backupCodesLeft} of ${state.backupCodesTotal} left ·</span>
              <span class="cs-nowrap">made !${moment(state.since, "date", now)}</span>
            </p>
          </div>
        </li>
      </ul>
      <p class="cs-row cs-hint">
        !${icon("i-info", "sm")}<span>For new codes, turn two-factor authentication off and on again.</span>
      </p>
    </section>`;
}

function lowCodes(left: number): string {
  const text = left === 0 ? "None left" : `Only ${plural(left, "code")} left`;
  return html`<span class="cs-chip cs-chip--caution">!${icon("i-warning")}${text}</span>`;
}

/** "Today" inside a sentence. */
function lowerFirst(markup: string): string {
  return markup.replace(">Today", ">today").replace(">Yesterday", ">yesterday");
}

const helpLine =
  '<p class="cs-hint">Help: <a href="/help#app">How do I get an authenticator app?</a>\u00a0· <a href="/help#signal">Does it need signal?</a>\u00a0· <a href="/help#lost">I lost or changed my phone</a></p>';
