import { normalizeCode } from "countersign/normalize";

/** The digits of whatever was typed or pasted: "123 456", "１２３-４５６", "Your code is 123456". */
export function digitsOf(text: string): string {
  return normalizeCode(text);
}
