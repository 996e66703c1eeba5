import { announce } from "./ticker.js";
import { toast } from "./toast.js";

const keep = 60_000; // ms a copied secret stays in the clipboard
let timer: number | undefined;

/**
 * Copies a secret and takes it back after a minute.
 *
 * Clearing overwrites whatever is in the clipboard then: reading it first would need a permission.
 */
export async function copySecret(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    toast("i-alert", "This browser doesn’t let us copy. Select the text and copy it by hand.");
    return false;
  }
  toast("i-check-circle", "Copied. We clear the clipboard in 60 seconds.");
  window.clearTimeout(timer);
  window.removeEventListener("focus", clear);
  timer = window.setTimeout(clear, keep);
  return true;
}

function clear(): void {
  navigator.clipboard.writeText("").then(
    () => {
      announce("Clipboard cleared.");
    },
    () => {
      // Refused while another window is in front, where the secret was pasted: as soon as this one is again.
      window.addEventListener("focus", clear, { once: true });
    },
  );
}
