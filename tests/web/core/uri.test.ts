import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { Hotp, parseUri } from "countersign";
import { described } from "./described.js";
import { refusal } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

interface UriVector {
  readonly name: string;
  readonly uri: string;
  readonly expected?: object;
  readonly warnings?: string[];
  readonly error?: string;
}

const vectors = JSON.parse(readFileSync("tests/vectors/uris.json", "utf8")) as UriVector[];
const accepted = vectors.filter(({ expected }) => expected !== undefined);
const refused = vectors.filter(({ error }) => error !== undefined);

test("there are at least sixty addresses to try", () => {
  expect(accepted.length + refused.length).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThanOrEqual(60);
});

test.each(accepted)("T52 reads $name", ({ uri, expected, warnings }) => {
  const parsed = parseUri(uri);
  expect(parsed.warnings).toEqual(warnings);
  expect(described(parsed)).toEqual(expected);
});

test.each(refused)("T52 refuses with its reason: $name", ({ uri, error }) => {
  expect(refusal(() => parseUri(uri))).toBe(error);
});

test.each([undefined, null, 1, {}, ["otpauth://totp/a?secret=AA"], "otpauth://totp/\ud800?secret=GEZDGNBV"])(
  "refuses %p as an argument",
  (text) => {
    expect(refusal(() => parseUri(text as string))).toBe("invalid-argument");
  },
);

test.each([
  "2147483648",
  "4294967296",
  "9007199254740991",
  "9007199254740993",
  "9223372036854775808",
  "18446744073709551615",
])("the counter %s comes back whole, and goes out whole", (counter) => {
  const uri = `otpauth://hotp/Example:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Example&counter=${counter}`;
  const parsed = parseUri(uri);
  expect(parsed.otp).toBeInstanceOf(Hotp);
  expect(parsed.counter).toBe(BigInt(counter));
  expect((parsed.otp as Hotp).toUri({ counter: BigInt(counter) })).toBe(uri);
  parsed.otp.dispose();
});
