import { isFormRefusal } from "../../pages/refusals.js";
import { formMessage, type Part } from "../../pages/words.js";
import { busy } from "./busy.js";
import { need } from "./dom.js";
import { showMessage, showProblem } from "./message.js";
import { goTo, send, unreachable } from "./send.js";

/** Forms of plain fields: sign-up, sign-in, password re-entry. Without this script they post and come back as a page. */
export function startForms(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-form]")) {
    form.noValidate = true; // our words, beside the field, in place of the browser's bubble
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void submit(form);
    });
    form.addEventListener("input", (event) => {
      if (event.target instanceof HTMLInputElement) clearField(event.target);
    });
  }
}

async function submit(form: HTMLFormElement): Promise<void> {
  const button = need(form, "button[type=submit]:not([form])", HTMLButtonElement);
  if (button.hasAttribute("aria-busy")) return;
  const done = busy(button, button.dataset["busy"] ?? "One moment…");
  const sent = await send(form);
  if (sent.ok === true) {
    goTo(sent.location);
    return;
  }
  done();
  if (sent.ok === null) {
    showProblem(problemPlace(form), [unreachable]);
    return;
  }
  if (sent.location !== undefined) {
    goTo(sent.location);
    return;
  }
  if (isFormRefusal(sent.problem)) refuse(form, formMessage(sent.problem));
}

function refuse(form: HTMLFormElement, message: { field: string | null; parts: readonly Part[] }): void {
  problemPlace(form).replaceChildren();
  const field = message.field === null ? null : form.querySelector(`[data-field="${message.field}"]`);
  if (field === null) {
    showProblem(problemPlace(form), message.parts);
    form.querySelector<HTMLInputElement>("input[type=password]")?.select();
    return;
  }
  showFieldError(field, message.parts);
}

function problemPlace(form: HTMLFormElement): HTMLElement {
  return need(form, "[data-problem]", HTMLElement);
}

/** Marks a field as refused, says why beneath it and puts the focus there. */
export function showFieldError(field: Element, parts: readonly Part[]): void {
  const input = need(field, "input", HTMLInputElement);
  input.setAttribute("aria-invalid", "true");
  showMessage(need(field, "p[id]", HTMLElement), { tone: "danger", icon: "i-alert", parts });
  input.focus();
  input.select();
}

/** Errors clear on the first edit. */
export function clearField(input: HTMLInputElement): void {
  const field = input.closest<HTMLElement>("[data-field]");
  if (field === null || !input.hasAttribute("aria-invalid")) return;
  input.removeAttribute("aria-invalid");
  const hint = field.dataset["hint"] ?? "";
  showMessage(need(field, "p[id]", HTMLElement), { tone: "hint", icon: null, parts: [hint] });
}
