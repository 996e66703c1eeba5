import type { EnrollSecret } from "../../pages/models.js";

let held: EnrollSecret | undefined;

/**
 * Asks for the key and its otpauth address, and holds them while the dialog is open.
 *
 * They are held because browsers copy and open apps only in the very handler of a press, which leaves no time to ask.
 */
export async function fetchSecret(): Promise<EnrollSecret> {
  const response = await fetch("/account/security/enroll/secret", {
    headers: { accept: "application/json" },
  });
  if (!response.ok) throw new Error("The set-up is over.");
  held = (await response.json()) as EnrollSecret;
  return held;
}

/** The key and its address, if they have come. */
export function heldSecret(): EnrollSecret | undefined {
  return held;
}

export function forgetSecret(): void {
  held = undefined;
}
