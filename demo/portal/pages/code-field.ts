import { html } from "ghtml";
import { icon } from "./icons.js";
import { moment } from "./layout.js";
import { formatLeft } from "./moments.js";
import type { CodeProblem } from "./models.js";
import { codeHint, codeMessage, type Field, type Message, type Part } from "./words.js";

/** The parts of a sentence as markup. Countdowns run only with script; without it they say the length once. */
export function sentence(parts: readonly Part[], now: number): string {
  return parts.map((part) => draw(part, now)).join("");
}

function draw(part: Part, now: number): string {
  if (typeof part === "string") return html`${part}`;
  if ("strong" in part) return html`<b>${part.strong}</b>`;
  if ("at" in part) return `<b class="cs-num">${moment(part.at, part.style, now)}</b>`;
  // Hidden from screen readers, or they would read it out every second; the time of the end stands before it.
  return html`<span aria-hidden="true"
    >, in
    <b class="cs-num" data-until="${part.until}" data-style="${part.style}"
      >${formatLeft(part.until - now, part.style)}</b
    ></span
  >`;
}

/** The line beneath a field. It is always there, so that its changes are announced and nothing moves. */
export function messageLine(id: string, message: Message, now: number): string {
  const drawn = message.icon === null ? "" : icon(message.icon, "sm");
  const tone =
    message.tone === "danger"
      ? "cs-error"
      : message.tone === "ok"
        ? "cs-message cs-message--ok"
        : "cs-message";
  return `<p class="${tone}" id="${id}" role="status">${drawn}<span>${sentence(message.parts, now)}</span></p>`;
}

export interface CodeFieldOptions {
  readonly label: string | null;
  readonly digits: number;
  readonly period: number;
  readonly now: number;
  /** Whether the form is posted when the last digit is in. The hint says so. */
  readonly automatic: boolean;
  readonly backupCode: boolean;
  readonly problem?: CodeProblem;
  readonly focus: boolean;
}

/** One input named `code` and its drawn boxes; without script the input shows its own digits. */
export function codeField(options: CodeFieldOptions): string {
  const { digits, problem, now } = options;
  const locked = problem?.error === "locked";
  const group = Math.ceil(digits / 2);
  const boxes = (count: number): string =>
    `<span class="cs-code__group">${'<span class="cs-code__slot"></span>'.repeat(count)}</span>`;
  const hint = codeHint(digits, options.period, options.automatic);
  const message: Message =
    problem === undefined || problem.error === "not-saved"
      ? { tone: "hint", icon: null, parts: [hint] }
      : codeMessage(problem, "authenticator", options);
  const state = problem === undefined || problem.error === "not-saved" ? "" : locked ? "locked" : "wrong";
  const label =
    options.label === null
      ? ""
      : html`<label class="cs-label cs-label--code" for="code">${options.label}</label>`;
  return html`!${label}
    <div class="cs-code" data-state="${state}" data-digits="${digits}" data-hint="${hint}">
      <input
        class="cs-code__input"
        id="code"
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="done"
        translate="no"
        aria-describedby="code-message"
        !${state === "wrong" ? 'aria-invalid="true"' : ""}
        !${locked ? "disabled" : ""}
        !${options.focus && !locked ? "autofocus" : ""}
      />
      <span class="cs-code__slots" aria-hidden="true">!${boxes(group)}!${boxes(digits - group)}</span>
    </div>
    <div class="cs-code-message">!${messageLine("code-message", message, now)}</div>`;
}

export interface TextFieldOptions {
  readonly name: string;
  readonly label: string;
  /** Attributes in markup: type, autocomplete and so on. */
  readonly attributes: string;
  readonly hint?: string;
  readonly value?: string;
  readonly error?: readonly Part[];
  readonly now: number;
  /** The value is a code: monospaced, shown in capitals; its errors are longer. */
  readonly code?: true;
  /** Nothing is ever said beneath it, so no place is kept. */
  readonly quiet?: true;
}

/** A labeled input with its hint and the place for its error. */
export function textField(options: TextFieldOptions): string {
  const { name, error, now } = options;
  const id = name;
  const wrong = error !== undefined;
  const line = wrong
    ? messageLine(`${id}-message`, { tone: "danger", icon: "i-alert", parts: error }, now)
    : messageLine(`${id}-message`, { tone: "hint", icon: null, parts: [options.hint ?? ""] }, now);
  const kind = options.quiet === true ? " cs-field--quiet" : options.code === true ? " cs-field--code" : "";
  return html`<div class="cs-field!${kind}" data-field="${name}" data-hint="${options.hint ?? ""}">
    <label class="cs-label" for="${id}">${options.label}</label>
    <input
      class="cs-input!${options.code === true ? " cs-input--code" : ""}"
      id="${id}"
      name="${name}"
      value="${options.value ?? ""}"
      aria-describedby="${id}-message"
      !${wrong ? 'aria-invalid="true"' : ""}
      !${options.attributes}
    />
    !${line}
  </div>`;
}

/** The field for a backup code. */
export function backupCodeField(
  problem: CodeProblem | undefined,
  now: number,
  { focus = true }: { readonly focus?: boolean } = {},
): string {
  const field: Field = "backup-code";
  const message =
    problem === undefined ? undefined : codeMessage(problem, field, { digits: 6, now, backupCode: false });
  return textField({
    name: "code",
    label: "Backup code",
    code: true,
    now,
    hint: "Capitals, spaces and dashes don’t matter.",
    attributes: `type="text" inputmode="text" autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="done" translate="no" dir="ltr"${focus ? " autofocus" : ""}`,
    ...(message === undefined ? {} : { error: message.parts }),
  });
}

/** What is wrong with the form as a whole. Empty until there is something. */
export function formProblem(parts: readonly Part[] | undefined, now: number): string {
  const inner =
    parts === undefined
      ? ""
      : `<div class="cs-banner cs-banner--danger">${icon("i-alert")}<p class="cs-banner__text">${sentence(parts, now)}</p></div>`;
  return `<div class="fh-problem" role="alert" data-problem>${inner}</div>`;
}
