import { need } from "../page/dom.js";
import { digitsOf } from "./digits.js";

export type CodeState = "" | "checking" | "correct" | "wrong" | "locked";

/** One input with drawn boxes over it. Whatever is pasted becomes digits; the boxes only draw. */
export class CodeField {
  readonly input: HTMLInputElement;
  readonly digits: number;
  readonly hint: string;
  readonly #root: HTMLElement;
  readonly #slots: readonly HTMLElement[];
  /** Called after each edit, not after {@link setState}. */
  onEdit: (() => void) | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.input = need(root, "input", HTMLInputElement);
    this.#slots = [...root.querySelectorAll<HTMLElement>(".cs-code__slot")];
    this.digits = this.#slots.length;
    this.hint = root.dataset["hint"] ?? "";
    root.classList.add("is-drawn");
    this.input.addEventListener("input", (event) => {
      this.#edit(event);
    });
    this.input.addEventListener("pointerup", (event) => {
      this.#point(event);
    });
    for (const name of ["focus", "blur", "keyup", "select"])
      this.input.addEventListener(name, () => {
        this.#draw();
      });
    root.addEventListener("animationend", () => {
      root.classList.remove("is-shaking");
    });
    this.#draw();
  }

  /** The digits that are in the field; more than {@link digits} where more were pasted. */
  get value(): string {
    return digitsOf(this.input.value, this.digits);
  }

  get isFull(): boolean {
    return this.value.length === this.digits;
  }

  get state(): CodeState {
    return (this.#root.dataset["state"] ?? "") as CodeState;
  }

  setState(state: CodeState): void {
    this.#root.dataset["state"] = state;
    this.input.readOnly = state === "checking" || state === "correct";
    this.input.disabled = state === "locked";
    if (state === "locked") this.input.value = "";
    if (state === "wrong") {
      this.input.setAttribute("aria-invalid", "true");
      this.#root.classList.add("is-shaking");
      this.input.focus();
      this.input.select(); // the next digit typed replaces them all
    } else {
      this.input.removeAttribute("aria-invalid");
    }
    this.#draw();
  }

  #edit(event: Event): void {
    const typed = event instanceof InputEvent && event.inputType === "insertText";
    const caret = this.input.selectionStart ?? 0;
    const before = digitsOf(this.input.value.slice(0, caret), this.digits).length;
    const digits = digitsOf(this.input.value, this.digits);
    // A digit typed into a full field goes nowhere; pasted digits are never cut, or a wrong code would look right.
    this.input.value = typed ? digits.slice(0, this.digits) : digits;
    const place = Math.min(before, this.input.value.length);
    this.input.setSelectionRange(place, place);
    if (this.state === "wrong") this.setState("");
    this.#draw();
    this.onEdit?.();
  }

  /** A press goes to the box under the pointer, not to the invisible letters of the input. */
  #point(event: PointerEvent): void {
    const { selectionStart, selectionEnd, value } = this.input;
    if (selectionStart === 0 && selectionEnd === value.length && value !== "") return; // all selected: leave it so
    const boxes = this.#slots.map((slot) => slot.getBoundingClientRect().right);
    const under = boxes.findIndex((right) => event.clientX <= right);
    const place = Math.min(under === -1 ? value.length : under, value.length);
    this.input.setSelectionRange(place, place);
    this.#draw();
  }

  #draw(): void {
    const { value } = this;
    const focused = document.activeElement === this.input && (this.state === "" || this.state === "wrong");
    const start = this.input.selectionStart ?? value.length;
    const all = value !== "" && start === 0 && this.input.selectionEnd === value.length;
    const active = focused && !all && start < this.digits ? start : -1;
    for (const [index, slot] of this.#slots.entries()) {
      const digit = value.charAt(index);
      if (slot.textContent !== digit) slot.replaceChildren(...(digit === "" ? [] : [digit]));
      slot.classList.toggle("is-active", index === active);
    }
  }
}
