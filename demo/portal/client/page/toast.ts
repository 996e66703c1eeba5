import { element, icon } from "./dom.js";

const shown = 6000; // ms; the words are also announced, and nothing has to be done
let place: HTMLElement | undefined;

/** A short note at the foot of the window. */
export function toast(iconName: string, text: string): void {
  if (place === undefined) {
    place = element("div", "fh-toasts");
    place.setAttribute("role", "status");
    document.querySelector("main")?.append(place);
  }
  const close = element("button", "cs-icon-button cs-icon-button--toast", icon("i-x"));
  close.type = "button";
  close.setAttribute("aria-label", "Dismiss");
  const note = element("div", "cs-toast", icon(iconName, ""), element("span", "", text), close);
  close.addEventListener("click", () => {
    note.remove();
  });
  place.replaceChildren(note);
  window.setTimeout(() => {
    note.remove();
  }, shown);
}
