import type { CodeProblem } from "../../pages/models.js";
import { isFormRefusal } from "../../pages/refusals.js";
import { codeMessage, formMessage } from "../../pages/words.js";
import { busy } from "../page/busy.js";
import { icon, need } from "../page/dom.js";
import { clearField, showFieldError } from "../page/form.js";
import { showMessage, showProblem } from "../page/message.js";
import { codeUnreached, goTo, send, type Sent } from "../page/send.js";
import { runCountdowns, serverNow } from "../page/ticker.js";
import { CodeField } from "./code-field.js";

const hold = 700; // ms that "correct" stays before moving on

/** Forms with a code: the challenge, the set-up and turning off. */
export function startCodeForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-code-form]")) {
    if (form.dataset["codeForm"] !== "enroll") new CodeForm(form);
  }
}

/** Posts a code and shows every answer in the place beneath the field. */
export class CodeForm {
  readonly form: HTMLFormElement;
  /** The drawn field; absent where a backup code is asked. */
  readonly field: CodeField | undefined;
  readonly #button: HTMLButtonElement;
  /** Whether the form may be posted now; says what is missing when not. */
  mayPost: () => boolean = () => true;
  /** Called before the page is left after a right code. */
  onAccepted: (() => void) | undefined;
  #posted = ""; // a value is never posted twice by itself

  constructor(form: HTMLFormElement) {
    this.form = form;
    this.#button = need(form, "button[data-submit]", HTMLButtonElement);
    const code = form.querySelector<HTMLElement>(".cs-code");
    this.field = code === null ? undefined : new CodeField(code);
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#submit();
    });
    form.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement) clearField(event.target);
    });
    if (this.field !== undefined) {
      this.field.onEdit = () => {
        this.edited();
      };
      if (this.field.state === "locked") this.#waitForUnlock();
    }
  }

  /** After each edit: the hint is back, and a full field is checked where the hint says so. */
  edited(): void {
    const { field } = this;
    if (field === undefined) return;
    if (field.value.length > field.digits) {
      this.#refuse({ error: "malformed" });
      return;
    }
    this.#sayHint();
    const automatic = this.form.dataset["codeForm"] === "automatic";
    if (automatic && field.isFull && field.value !== this.#posted) this.form.requestSubmit();
  }

  async #submit(): Promise<void> {
    const { field, form } = this;
    if (this.#button.hasAttribute("aria-busy") || !this.mayPost()) return;
    if (field !== undefined) {
      if (!field.isFull) {
        this.#refuse({ error: "malformed" });
        return;
      }
      this.#posted = field.value;
      field.setState("checking");
      this.#say({ tone: "hint", icon: null, parts: ["Code complete. Checking it now."] });
    }
    const done = busy(this.#button, "Checking…");
    const sent = await send(form);
    done();
    this.#answer(sent);
  }

  #answer(sent: Sent): void {
    if (sent.ok === true) {
      this.#accept(sent.location);
      return;
    }
    if (sent.ok === null) {
      this.#posted = "";
      this.#unreached();
      return;
    }
    if (sent.location !== undefined) {
      goTo(sent.location);
      return;
    }
    const { problem } = sent;
    if (!isFormRefusal(problem)) {
      this.#refuse(problem);
      return;
    }
    this.field?.setState("");
    this.#sayHint();
    const message = formMessage(problem);
    const place = message.field === null ? null : this.form.querySelector(`[data-field="${message.field}"]`);
    if (place === null) showProblem(need(this.form, "[data-problem]", HTMLElement), message.parts);
    else showFieldError(place, message.parts);
  }

  /** Said where every other answer is said, so that nothing moves; the digits stay, to be sent again. */
  #unreached(): void {
    if (this.field === undefined) {
      showFieldError(need(this.form, '[data-field="code"]', HTMLElement), [codeUnreached]);
      return;
    }
    this.field.setState("");
    this.field.input.focus();
    this.#say({ tone: "danger", icon: "i-alert", parts: [codeUnreached] });
  }

  #accept(location: string | undefined): void {
    if (this.field === undefined) {
      goTo(location);
      return;
    }
    this.field.setState("correct");
    this.#say({ tone: "ok", icon: "i-check-circle", parts: ["Code accepted."] });
    this.#button.prepend(icon("i-check"));
    window.setTimeout(() => {
      this.onAccepted?.();
      goTo(location);
    }, hold);
  }

  #refuse(problem: CodeProblem): void {
    need(this.form, "[data-problem]", HTMLElement).replaceChildren();
    const { field } = this;
    const message = codeMessage(problem, field === undefined ? "backup-code" : "authenticator", {
      digits: field?.digits ?? 6,
      now: serverNow(),
      backupCode: this.form.dataset["backupCodeWhileLocked"] === "yes",
    });
    if (field === undefined) {
      showFieldError(need(this.form, '[data-field="code"]', HTMLElement), message.parts);
      return;
    }
    field.setState(problem.error === "locked" ? "locked" : problem.error === "not-saved" ? "" : "wrong");
    this.#say(message);
    if (problem.error === "locked") this.#waitForUnlock();
  }

  #waitForUnlock(): void {
    this.#showLock(true);
    runCountdowns(() => {
      this.field?.setState("");
      this.#showLock(false);
      this.edited();
      this.field?.input.focus();
    });
  }

  #showLock(locked: boolean): void {
    const instead = this.form.querySelector<HTMLElement>("[data-when-locked]");
    const backupCode = instead !== null && this.form.dataset["backupCodeWhileLocked"] === "yes";
    if (backupCode) instead.hidden = !locked;
    this.#button.hidden = locked && backupCode;
    this.#button.toggleAttribute("disabled", locked && !backupCode);
  }

  #sayHint(): void {
    if (this.field !== undefined) this.#say({ tone: "hint", icon: null, parts: [this.field.hint] });
  }

  #say(message: Parameters<typeof showMessage>[1]): void {
    const line = this.form.querySelector<HTMLElement>("#code-message");
    if (line !== null) showMessage(line, message);
  }
}
