import { findCode, normalizeCode } from "countersign";

/**
 * The digits of whatever was typed or pasted: "12", "123 456", "１２３-４５６", "Your code is 123456".
 *
 * @returns more digits than `digits` where the text holds no single code of that length, so that nothing is cut
 */
export function digitsOf(text: string, digits: number): string {
  const found = findCode(text, { digits });
  if (found !== undefined) return found;
  return Array.from(text, (character) => normalizeCode(character, { digits: 1 }) ?? "").join("");
}
