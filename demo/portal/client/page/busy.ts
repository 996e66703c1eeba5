import { element } from "./dom.js";

const patience = 150; // ms before the spinner: a quick answer needs none

/** Marks a button as busy and keeps its size; the returned function brings its words back. */
export function busy(button: HTMLButtonElement, words: string): () => void {
  const label = [...button.childNodes];
  button.setAttribute("aria-busy", "true");
  const timer = window.setTimeout(() => {
    const spinner = element("span", "cs-spinner");
    spinner.setAttribute("aria-hidden", "true");
    button.replaceChildren(spinner, words);
  }, patience);
  return () => {
    window.clearTimeout(timer);
    button.removeAttribute("aria-busy");
    button.replaceChildren(...label);
  };
}
