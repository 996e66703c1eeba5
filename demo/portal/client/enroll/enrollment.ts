import { CodeForm } from "../code/code-form.js";
import { copySecret } from "../page/clipboard.js";
import { icon, need } from "../page/dom.js";
import { serverNow } from "../page/ticker.js";
import { toast } from "../page/toast.js";
import { type Leaving, watchLeaving } from "./leaving.js";
import { drawQr } from "./qr.js";
import { forgetSecret, heldSecret } from "./secret.js";
import { backupCodeFile, saveFile } from "./text-file.js";

/** The set-up dialog. */
export function startEnrollment(): void {
  const dialog = document.querySelector<HTMLElement>("[data-enroll]");
  if (dialog === null) return;
  const form = new CodeForm(need(dialog, "form[data-code-form]", HTMLFormElement));
  const saved = need(dialog, "input[name=saved]", HTMLInputElement);
  const leaving = watchLeaving(dialog, saved);
  form.onAccepted = () => {
    leaving.done();
    wipe(dialog);
  };
  askForWhatIsMissing(form, saved);
  startCopies(dialog, leaving);
  startKeeping(dialog);
  void drawQr(need(dialog, "[data-qr]", HTMLElement));
  endWithServer(dialog, leaving);
  // A page kept by the browser for "back" would bring the key back with it.
  window.addEventListener("pagehide", () => {
    wipe(dialog);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
}

/** Takes the key, the QR code and the backup codes out of the page. */
function wipe(dialog: HTMLElement): void {
  for (const selector of ["[data-key]", "[data-qr]", "[data-codes]"])
    dialog.querySelector(selector)?.replaceChildren();
  document.querySelector("[data-paper]")?.remove();
  forgetSecret();
}

/** "Verify" is ready when the code and the tick are there; until then the words beside it say what is missing. */
function askForWhatIsMissing(form: CodeForm, saved: HTMLInputElement): void {
  const button = need(form.form, "button[data-submit]", HTMLButtonElement);
  const why = need(form.form, "[data-why]", HTMLElement);
  const { field } = form;
  if (field === undefined) return;
  const update = (): void => {
    const left = Math.max(0, field.digits - field.value.length);
    const needed = stillNeeded(left, field.digits, saved.checked);
    why.textContent = needed;
    if (needed === "") button.removeAttribute("aria-disabled");
    else button.setAttribute("aria-disabled", "true");
  };
  field.onEdit = () => {
    form.edited();
    update();
  };
  saved.addEventListener("change", update);
  form.mayPost = () => {
    update();
    if (!button.hasAttribute("aria-disabled")) return true;
    if (field.isFull) saved.focus();
    else field.input.focus();
    return false;
  };
  update();
}

function stillNeeded(left: number, digits: number, saved: boolean): string {
  const missing = [];
  if (left === digits) missing.push("the code from your app");
  else if (left > 0) missing.push(left === 1 ? "1 digit" : `${left} digits`);
  if (!saved) missing.push("the tick that your codes are saved");
  return missing.length === 0 ? "" : `Still needed: ${missing.join(", and ")}.`;
}

function codesOf(dialog: HTMLElement): string[] {
  return [...dialog.querySelectorAll("[data-codes] > li")].map((code) => code.textContent);
}

const notYet = "The set-up is still loading. Try again in a moment, or type the key in your app.";

function startCopies(dialog: HTMLElement, leaving: Leaving): void {
  const texts: Record<string, () => string | undefined> = {
    key: () => heldSecret()?.key,
    link: () => heldSecret()?.uri,
    codes: () => codesOf(dialog).join("\n"),
  };
  for (const button of dialog.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
    button.addEventListener("click", () => {
      const text = texts[button.dataset["copy"] ?? ""]?.();
      if (text === undefined) toast("i-alert", notYet);
      else void copy(button, text);
    });
  }
  need(dialog, "[data-open-app]", HTMLButtonElement).addEventListener("click", () => {
    const secret = heldSecret();
    // Gone to from here, so that no attribute ever holds the address: it holds the key.
    if (secret !== undefined) leaving.openApp(secret.uri);
    else toast("i-alert", notYet);
  });
}

async function copy(button: HTMLButtonElement, text: string): Promise<void> {
  if (!(await copySecret(text))) return;
  if (button.dataset["copied"] === "yes") return;
  const before = [...button.childNodes];
  button.dataset["copied"] = "yes";
  button.replaceChildren(icon("i-check"), ...(button.textContent.trim() === "" ? [] : ["Copied"]));
  window.setTimeout(() => {
    button.replaceChildren(...before);
    delete button.dataset["copied"];
  }, 2000);
}

function startKeeping(dialog: HTMLElement): void {
  const { account = "", issuer = "", made = "" } = dialog.dataset;
  dialog.querySelector("[data-download]")?.addEventListener("click", () => {
    const text = backupCodeFile({ issuer, account, made: Number(made), codes: codesOf(dialog) });
    saveFile(`${issuer.toLowerCase()}-backup-codes.txt`, text);
  });
  dialog.querySelector("[data-print]")?.addEventListener("click", () => {
    window.print();
  });
}

/** When the set-up has run out on the server, the page goes where the server says why. */
function endWithServer(dialog: HTMLElement, leaving: Leaving): void {
  const left = Number(dialog.dataset["expires"]) - serverNow();
  if (!Number.isFinite(left)) return;
  window.setTimeout(
    () => {
      leaving.done();
      wipe(dialog);
      window.location.reload();
    },
    Math.max(0, left) + 1000,
  );
}
