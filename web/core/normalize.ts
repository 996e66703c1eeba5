// For fields that load no WASM: the same answers as cpp/otp/token.cpp, which a test compares for every code point.

/** White space, dashes, and marks without a shape, as they come along with text from mails, pages and chats. */
const IGNORED =
  /[\t-\r \-\u0085\u00a0\u00ad\u061c\u1680\u2000-\u2015\u2028-\u202f\u205f\u2060\u2066-\u2069\u2212\u3000\ufe58\ufe63\ufeff]/u;
const STEAM_LETTER = /[2-9BCDFGHJKMNPQRTVWXY]/;
const STEAM_LENGTH = 5;
/** UTF-8 bytes of what is read. */
const MAX_BYTES = 128;

export interface CodeShape {
  /** 5 to 10. */
  readonly digits?: number;
  readonly encoder?: "decimal" | "steam";
}

/**
 * Reads a code as people write it: spaces of every kind, dashes and invisible marks fall away; full-width,
 * Arabic-Indic and Extended Arabic-Indic digits are digits; Steam's letters may be in lower case.
 *
 * @returns the code in ASCII; undefined for another count of characters, any other character, over 128 bytes, or what is
 *   no text
 */
export function normalizeCode(
  text: unknown,
  { digits = 6, encoder = "decimal" }: CodeShape = {},
): string | undefined {
  if (typeof text !== "string") return undefined;
  let code = "";
  let bytes = 0;
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0) ?? 0);
    if (bytes > MAX_BYTES) return undefined;
    const ascii = folded(character);
    if (IGNORED.test(ascii)) continue;
    const letter = encoder === "steam" ? steamLetter(ascii) : digit(ascii);
    if (letter === undefined) return undefined;
    code += letter;
  }
  return code.length === (encoder === "steam" ? STEAM_LENGTH : digits) ? code : undefined;
}

/**
 * The code in a text that was pasted whole, such as "Your code is 123 456": the one number of that many digits,
 * where there is exactly one. A field uses it at paste; what is checked is then the code alone.
 *
 * @param text - up to 1,000 UTF-16 units are looked at
 */
export function findCode(
  text: unknown,
  { digits = 6 }: { readonly digits?: number } = {},
): string | undefined {
  if (typeof text !== "string") return undefined;
  const whole = normalizeCode(text, { digits });
  if (whole !== undefined) return whole;
  const ascii = Array.from(text.slice(0, 1000), folded).join("");
  return only(ascii, /\d+(?:[\s\-\u2010-\u2015\u2212\u200b]\d+)*/gu, digits) ?? only(ascii, /\d+/gu, digits);
}

function only(text: string, numbers: RegExp, digits: number): string | undefined {
  const found = new Set<string>();
  for (const [number] of text.matchAll(numbers)) {
    const code = normalizeCode(number, { digits });
    if (code !== undefined) found.add(code);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The ASCII character that one stands for, or itself. */
function folded(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point >= 0x660 && point <= 0x669) return String.fromCharCode(point - 0x660 + 0x30);
  if (point >= 0x6f0 && point <= 0x6f9) return String.fromCharCode(point - 0x6f0 + 0x30);
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xff01 + 0x21);
  return character;
}

function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

function digit(character: string): string | undefined {
  return character >= "0" && character <= "9" ? character : undefined;
}

function steamLetter(character: string): string | undefined {
  // Not toUpperCase() alone: it turns some letters outside of ASCII into ASCII ones.
  const upper = /^[a-z]$/.test(character) ? character.toUpperCase() : character;
  return STEAM_LETTER.test(upper) ? upper : undefined;
}
