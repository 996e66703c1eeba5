import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { Hotp, parseUri, Totp } from "countersign";
import { described } from "./described.js";
import { refusal } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

interface UriVector {
  readonly name: string;
  readonly uri: string;
  readonly expected?: { readonly issuer: string; readonly account: string; readonly issuerLabel?: string };
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

/** The Key URI format has no room for a colon in a name. */
const hasColon = ({ expected }: UriVector) =>
  [expected?.issuer, expected?.issuerLabel, expected?.account].some((name) => name?.includes(":"));

/** Reads an address and writes it again. */
function rewritten(uri: string): string {
  const { otp, counter = 0n } = parseUri(uri);
  try {
    return otp instanceof Totp ? otp.toUri() : otp.toUri({ counter });
  } finally {
    otp.dispose();
  }
}

test.each(accepted.filter((vector) => !hasColon(vector)))(
  "T52 writes as it read: $name",
  ({ uri, expected }) => {
    expect(described(parseUri(rewritten(uri)))).toEqual(expected);
  },
);

test.each(accepted.filter(hasColon))("refuses to write what would be read otherwise: $name", ({ uri }) => {
  expect(refusal(() => rewritten(uri))).toBe("invalid-label");
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
