import { formatMoment, type MomentStyle } from "../../pages/moments.js";
import { serverNow } from "./ticker.js";

/** Rewrites the moments of the page from UTC to the reader's own time. */
export function showLocalTimes(within: ParentNode): void {
  for (const time of within.querySelectorAll<HTMLTimeElement>("time[data-style]")) {
    const at = Date.parse(time.dateTime);
    const style = time.dataset["style"] as MomentStyle;
    const inSentence = /^\p{Ll}/u.test(time.textContent);
    const text = formatMoment(at, style, serverNow());
    time.textContent = inSentence ? text.charAt(0).toLowerCase() + text.slice(1) : text;
  }
}
