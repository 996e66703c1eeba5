import { element, need } from "../page/dom.js";

/** Milliseconds until a browser that hands an address to an app has fired its "beforeunload", if it does. */
const handOver = 1000;

export interface Leaving {
  /** Ends the asking: the set-up is complete or over. */
  readonly done: () => void;
  /** Goes to an address that an app takes over: the page stays, so nobody is asked whether to leave it. */
  readonly openApp: (address: string) => void;
}

/** Asks before the set-up is left, because its key and codes die with it. */
export function watchLeaving(dialog: HTMLElement, saved: HTMLInputElement): Leaving {
  const question = need(dialog, "[data-leave]", HTMLElement);
  const foot = need(dialog, "[data-foot]", HTMLElement);
  const stay = need(question, "[data-stay]", HTMLButtonElement);
  const leave = need(question, "[data-leave-anyway]", HTMLButtonElement);
  const cancel = need(dialog, "form#cancel", HTMLFormElement);
  let asking = true;
  let opening = false;
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
    if (asking && !opening) event.preventDefault();
  });
  return {
    done: () => {
      asking = false;
    },
    openApp: (address) => {
      opening = true;
      window.location.href = address;
      window.setTimeout(() => {
        opening = false;
      }, handOver);
    },
  };
}
