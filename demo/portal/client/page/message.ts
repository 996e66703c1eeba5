import { formatLeft, formatMoment } from "../../pages/moments.js";
import type { Message, Part } from "../../pages/words.js";
import { element, icon } from "./dom.js";
import { runCountdowns, serverNow } from "./ticker.js";

/** Puts a message into the line that is always there, so that its change is announced and nothing moves. */
export function showMessage(line: HTMLElement, message: Message): void {
  const tones = { danger: "cs-error", ok: "cs-message cs-message--ok", hint: "cs-message" };
  line.className = tones[message.tone];
  const text = element("span", "", ...message.parts.map(drawPart));
  line.replaceChildren(...(message.icon === null ? [] : [icon(message.icon)]), text);
  runCountdowns();
}

/** A message with an icon in a banner, for what concerns the whole form. */
export function showProblem(place: Element, parts: readonly Part[]): void {
  const text = element("p", "cs-banner__text", ...parts.map(drawPart));
  place.replaceChildren(element("div", "cs-banner cs-banner--danger", icon("i-alert", ""), text));
  runCountdowns();
}

function drawPart(part: Part): string | Node {
  if (typeof part === "string") return part;
  if ("strong" in part) return element("b", "", part.strong);
  if ("at" in part) {
    const time = element("time", "", formatMoment(part.at, part.style, serverNow()));
    time.dateTime = new Date(part.at).toISOString();
    return element("b", "cs-num", time);
  }
  const left = element("b", "cs-num", formatLeft(part.until - serverNow(), part.style));
  left.dataset["until"] = String(part.until);
  left.dataset["style"] = part.style;
  const silent = element("span", "", ", in ", left);
  silent.setAttribute("aria-hidden", "true");
  return silent;
}
