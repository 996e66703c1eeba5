import { html } from "ghtml";
import { icon, type IconName } from "./icons.js";
import { moment } from "./layout.js";
import type { LogEvent, LogRow } from "./models.js";

interface Entry {
  readonly text: string;
  readonly factor: string;
  readonly icon: IconName;
  readonly tone?: "is-ok" | "is-danger";
}

const entries: Record<LogEvent, Entry> = {
  "signed-up": { text: "Account created", factor: "Password", icon: "i-plus" },
  "signed-in": { text: "Signed in", factor: "Password", icon: "i-check-circle", tone: "is-ok" },
  "signed-in-code": {
    text: "Signed in",
    factor: "Authenticator code",
    icon: "i-check-circle",
    tone: "is-ok",
  },
  "signed-in-backup-code": {
    text: "Signed in",
    factor: "Backup code",
    icon: "i-check-circle",
    tone: "is-ok",
  },
  "signed-out": { text: "Signed out", factor: "", icon: "i-signout" },
  "password-refused": { text: "Password refused", factor: "Password", icon: "i-alert", tone: "is-danger" },
  "code-refused": { text: "Code refused", factor: "Authenticator code", icon: "i-alert", tone: "is-danger" },
  "backup-code-refused": { text: "Code refused", factor: "Backup code", icon: "i-alert", tone: "is-danger" },
  locked: {
    text: "Paused after too many tries",
    factor: "Authenticator code",
    icon: "i-lock",
    tone: "is-danger",
  },
  "two-factor-on": {
    text: "Two-factor authentication on",
    factor: "Authenticator code",
    icon: "i-shield-check",
  },
  "two-factor-off": { text: "Two-factor authentication off", factor: "Authenticator code", icon: "i-trash" },
  "enroll-started": { text: "Set-up started", factor: "Password", icon: "i-plus" },
  "enroll-canceled": { text: "Set-up canceled", factor: "", icon: "i-x" },
};

/** The latest events of the account, newest first. */
export function securityLog(rows: readonly LogRow[], now: number): string {
  if (rows.length === 0) return "";
  const drawn = rows.map((row) => {
    const entry = entries[row.event];
    const times = row.count !== undefined && row.count > 1 ? `, ${row.count} times` : "";
    return html`<tr role="row">
      <td role="cell" class="cs-table__cell ${entry.tone ?? ""}">
        !${icon(entry.icon, "sm")}${entry.text}${times}
      </td>
      <td role="cell" class="cs-table__cell">${entry.factor}</td>
      <td role="cell" class="cs-table__cell">${row.where}</td>
      <td role="cell" class="cs-table__cell">!${moment(row.at, "moment", now)}</td>
    </tr>`;
  });
  const heads = ["Event", "With", "Where", "Time"].map(
    (head) => html`<th role="columnheader" scope="col">${head}</th>`,
  );
  // The roles are said outright, because the table is drawn as a list on a phone and would lose them.
  return html`<section class="cs-panel" aria-labelledby="log-title">
    <div class="cs-panel__head"><h2 class="cs-title cs-title--section" id="log-title">Security log</h2></div>
    <div class="cs-scroll" tabindex="0" role="group" aria-labelledby="log-title">
      <table class="cs-table" role="table">
        <thead role="rowgroup">
          <tr role="row">
            !${heads.join("")}
          </tr>
        </thead>
        <tbody role="rowgroup">
          !${drawn.join("")}
        </tbody>
      </table>
    </div>
  </section>`;
}
