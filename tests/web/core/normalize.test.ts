import { describe, expect, test } from "@jest/globals";
import { findCode, normalizeCode, Totp } from "countersign";
import fc from "fast-check";
import { RFC_KEYS, withSecret } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

const TIME = 59_000;

/** What the core says to a text: the code that it takes for one, or that it is malformed. */
function withCore(
  work: (agrees: (text: string) => boolean, code: string) => void,
  encoder: "decimal" | "steam" = "decimal",
): void {
  const totp = withSecret(RFC_KEYS.SHA1, (secret) => new Totp({ secret, encoder }));
  const code = totp.generate({ time: TIME });
  const agrees = (text: string) => {
    const normalized = normalizeCode(text, { encoder });
    const result = totp.verify(text, { time: TIME, window: 0 });
    if (normalized === undefined) return !result.valid && result.reason === "malformed";
    return result.valid ? normalized === code : normalized !== code && result.reason === "mismatch";
  };
  work(agrees, code);
  totp.dispose();
}

const everyCodePoint = Array.from({ length: 0x110000 }, (_, point) => point);

describe("normalizeCode and the core answer alike", () => {
  test("for every Unicode code point between the digits of a code", () => {
    withCore((agrees, code) => {
      const different = everyCodePoint.filter((point) => {
        const character = String.fromCodePoint(point);
        return !agrees(code.slice(0, 3) + character + code.slice(3));
      });
      expect(different).toEqual([]);
    });
  }, 60_000);

  test("for every Unicode code point in the place of a digit", () => {
    withCore((agrees, code) => {
      const different = everyCodePoint.filter(
        (point) => !agrees(code.slice(0, 5) + String.fromCodePoint(point)),
      );
      expect(different).toEqual([]);
    });
  }, 60_000);

  test("for every Unicode code point in the place of one of Steam's letters", () => {
    withCore((agrees, code) => {
      const different = everyCodePoint.filter(
        (point) => !agrees(String.fromCodePoint(point) + code.slice(1)),
      );
      expect(different).toEqual([]);
    }, "steam");
  }, 60_000);

  test("for any text", () => {
    withCore((agrees) => {
      const digits = fc.constantFrom(...Array.from("0123456789０٠۰ -\u00a0"));
      const text = fc.oneof(
        fc.string({ unit: digits, maxLength: 12 }),
        fc.string({ unit: "binary", maxLength: 200 }),
      );
      fc.assert(
        fc.property(text, (any) => agrees(any)),
        { numRuns: 2000 },
      );
    });
  });

  test.each([
    "",
    "1",
    "12345",
    "1234567",
    "Your code is 287082",
    "287082x",
    " ".repeat(200),
    `287082${" ".repeat(122)}`,
    `287082${" ".repeat(123)}`,
    `287082${"\u3000".repeat(41)}`,
  ])("for %p", (text) => {
    withCore((agrees) => {
      expect(agrees(text)).toBe(true);
    });
  });
});

describe("the paste matrix", () => {
  const pasted: [string, string | undefined][] = [
    ["123456", "123456"],
    ["123 456", "123456"],
    ["123-456", "123456"],
    ["123\u00a0456", "123456"],
    [" 123456\n", "123456"],
    ["１２３４５６", "123456"],
    ["١٢٣٤٥٦", "123456"],
    ["۱۲۳۴۵۶", "123456"],
    ["1234567", undefined],
    ["12345", undefined],
    ["123456x", undefined],
  ];
  test.each(pasted)("T42 T49 %p is read as %p", (text, code) => {
    expect(normalizeCode(text)).toBe(code);
  });

  test.each([5, 7, 8, 10])("takes %i digits where it is told to", (digits) => {
    const code = "9876543210".slice(0, digits);
    expect(normalizeCode(code, { digits })).toBe(code);
    expect(normalizeCode(code)).toBeUndefined();
  });
});

describe("findCode", () => {
  const found: [string, string | undefined][] = [
    ["123 456", "123456"],
    ["Your code is 123456", "123456"],
    ["Your code is 123 456. It expires in 10 minutes.", "123456"],
    ["G-123456 is your verification code", "123456"],
    ["Code: １２３４５６", "123456"],
    ["123456 is your code. Again: 123456", "123456"],
    ["@fernhill.example #123456", "123456"],
    ["Use 123456 30 seconds long", "123456"],
    ["123456 or 654321", undefined],
    ["1234567", undefined],
    ["no digits", undefined],
    ["", undefined],
    ["x".repeat(1_000_000), undefined],
  ];
  test.each(found)("T42 in %p finds %p", (text, code) => {
    expect(findCode(text)).toBe(code);
  });
});
