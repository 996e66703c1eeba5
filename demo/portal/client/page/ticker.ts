import { formatLeft } from "../../pages/moments.js";

// Server time decides. The page's clock is only asked how much time has gone by since the page came.
let offset = 0;
let timer: number | undefined;
let ends: (() => void)[] = [];

/** Takes the server's time from the page and starts the countdowns that are already there. */
export function startClock(): void {
  const served = Number(document.documentElement.dataset["now"]);
  if (Number.isFinite(served)) offset = served - Date.now();
  runCountdowns();
}

/** Milliseconds since the Unix epoch on the server's clock, as near as the page knows. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** One timer for all countdowns of the page; it stops when the last one is over. */
export function runCountdowns(whenOver?: () => void): void {
  if (whenOver !== undefined) ends.push(whenOver);
  if (timer === undefined && countdowns().length > 0) timer = window.setInterval(tick, 1000);
}

function countdowns(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-until]")];
}

function tick(): void {
  let running = false;
  for (const element of countdowns()) {
    const left = Number(element.dataset["until"]) - serverNow();
    const style = element.dataset["style"] === "clock" ? "clock" : "seconds";
    element.textContent = formatLeft(left, style);
    if (left > 0) running = true;
    if (left > 0 && style === "clock") announceMinute(left);
  }
  if (running) return;
  window.clearInterval(timer);
  timer = undefined;
  const over = ends;
  ends = [];
  for (const end of over) end();
}

let announcer: HTMLElement | undefined;

/** Spoken once a minute; the drawn countdown is silent. */
function announceMinute(left: number): void {
  const seconds = Math.ceil(left / 1000);
  if (seconds % 60 !== 0) return;
  const minutes = seconds / 60;
  announce(`You can try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`);
}

/** Says something to screen readers without moving focus. */
export function announce(text: string): void {
  if (announcer === undefined) {
    announcer = document.createElement("p");
    announcer.className = "cs-hidden";
    announcer.setAttribute("role", "status");
    document.querySelector("main")?.append(announcer);
  }
  announcer.textContent = text;
}
