import { element, need } from "../page/dom.js";

/**
 * Asks before the set-up is left, because its key and codes die with it.
 *
 * @returns `done` ends the asking: the set-up is complete or over
 */
export function watchLeaving(dialog: HTMLElement, saved: HTMLInputElement): { done: () => void } {
  const question = need(dialog, "[data-leave]", HTMLElement);
  const foot = need(dialog, "[data-foot]", HTMLElement);
  const stay = need(question, "[data-stay]", HTMLButtonElement);
  const leave = need(question, "[data-leave-anyway]", HTMLButtonElement);
  const cancel = need(dialog, "form#cancel", HTMLFormElement);
  let asking = true;
  let from: HTMLElement | null = null;

  const ask = (): void => {
    if (!question.hidden) return;
    from = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const [bold, consequence] = saved.checked
      ? ["You haven’t verified a code yet.", " If you leave, 2FA stays off and these codes stop working."]
      : ["These codes aren’t saved yet.", " If you leave, 2FA stays off and they stop working."];
    need(question, "p", HTMLElement).replaceChildren(element("b", "", bold), consequence);
    question.hidden = false;
    foot.hidden = true;
    stay.focus();
  };
  stay.addEventListener("click", () => {
    question.hidden = true;
    foot.hidden = false;
    from?.focus();
  });
  cancel.addEventListener("submit", (event) => {
    if (event.submitter === leave || !asking) {
      asking = false;
      return;
    }
    event.preventDefault();
    ask();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (question.hidden) ask();
    else stay.click();
  });
  window.addEventListener("beforeunload", (event) => {
    if (asking) event.preventDefault();
  });
  return {
    done: () => {
      asking = false;
    },
  };
}
