// Each is an address that another library read wrongly; named as it was found, not to be found again.
import { expect, test } from "@jest/globals";
import { parseUri, Totp } from "countersign";
import { refusal } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

const SECRET = "secret=GEZDGNBVGY3TQOJQ";

const read = (uri: string) => {
  const { otp, warnings } = parseUri(uri);
  const secret = otp.copySecret();
  const { issuer, account, issuerLabel } = otp;
  const key = secret.toBase32();
  otp.dispose();
  secret.dispose();
  return { issuer, account, issuerLabel, key, warnings };
};

test("T52 the space after an issuer's colon is not part of the account", () => {
  expect(read(`otpauth://totp/Example:%20alice@google.com?${SECRET}&issuer=Example`).account).toBe(
    "alice@google.com",
  );
});

test("an encoded colon stays within the issuer", () => {
  const uri = `otpauth://totp/Text%3A%20More:bob?${SECRET}&issuer=Text%3A%20More`;
  expect(read(uri)).toMatchObject({ issuer: "Text: More", account: "bob" });
});

test("T52 another issuer in the label is shown beside, not refused", () => {
  const uri = `otpauth://totp/Some+Company%3ame?${SECRET}&issuer=Microsoft`;
  expect(read(uri)).toMatchObject({
    issuer: "Microsoft",
    issuerLabel: "Some Company",
    account: "me",
    warnings: ["issuer-mismatch", "plus-as-space"],
  });
});

test("a fragment is no part of the secret", () => {
  const uri = `otpauth://totp/Example:alice?issuer=Example&${SECRET}#frag`;
  expect(read(uri)).toMatchObject({ key: "GEZDGNBVGY3TQOJQ", warnings: ["fragment"] });
});

test("T52 Secret= in mixed case is a secret", () => {
  expect(read("otpauth://totp/Example:alice?Secret=GEZDGNBVGY3TQOJQ&Issuer=Example").key).toBe(
    "GEZDGNBVGY3TQOJQ",
  );
});

test("T52 two secrets are refused: readers would disagree", () => {
  const uri = `otpauth://totp/Example:alice?${SECRET}&issuer=Example&secret=JBSWY3DPEHPK3PXP`;
  expect(refusal(() => parseUri(uri))).toBe("duplicate-parameter");
});

test("a counter of -1 is refused, one of 2^64 - 1 is not", () => {
  const uri = (counter: string) => `otpauth://hotp/Example:alice?${SECRET}&issuer=Example&counter=${counter}`;
  expect(refusal(() => parseUri(uri("-1")))).toBe("invalid-counter");
  const { otp, counter } = parseUri(uri("18446744073709551615"));
  expect(counter).toBe(2n ** 64n - 1n);
  otp.dispose();
});

test.each(["SHA-256", "HmacSHA256", "sha256"])("algorithm=%s is SHA-256", (name) => {
  const { otp } = parseUri(`otpauth://totp/Example:alice?${SECRET}&issuer=Example&algorithm=${name}`);
  expect(otp.algorithm).toBe("SHA256");
  otp.dispose();
});

test("encoder=steam gives Steam's letters, not five digits", () => {
  const { otp } = parseUri(`otpauth://totp/Steam:gamer?${SECRET}&issuer=Steam&digits=5&encoder=steam`);
  expect(otp instanceof Totp && otp.generate({ time: 0 })).toMatch(/^[2-9BCDFGHJKMNPQRTVWXY]{5}$/);
  otp.dispose();
});

test("10 kB are refused unread", () => {
  const uri = `otpauth://totp/${"x".repeat(10_000)}?${SECRET}`;
  expect(refusal(() => parseUri(uri))).toBe("uri-too-long");
});

const ACCEPTED: [string, string][] = [
  ["a trailing &", `otpauth://totp/Example:alice?${SECRET}&issuer=Example&`],
  ["a bare parameter", `otpauth://totp/Example:alice?${SECRET}&issuer=Example&lock`],
  ["an empty algorithm", `otpauth://totp/Example:alice?${SECRET}&issuer=Example&algorithm=`],
  ["a fragment", `otpauth://totp/Example:alice?issuer=Example&${SECRET}#frag`],
  ["a scheme in capitals", `OTPAUTH://totp/Example:alice?${SECRET}&issuer=Example`],
  ["groups of four", "otpauth://totp/Example:alice?secret=GEZD%20GNBV+GY3T-QOJQ&issuer=Example"],
  [
    "a picture that is not asked for",
    `otpauth://totp/Example:alice?${SECRET}&issuer=Example&image=https%3A%2F%2Fx`,
  ],
  [
    "an encoded & in the name",
    `otpauth://totp/Example:alice?${SECRET}&issuer=Example&note=a%26secret%3DAAAA`,
  ],
];
test.each(ACCEPTED)("T52 %s keeps nobody out", (_, uri) => {
  expect(read(uri)).toMatchObject({ issuer: "Example", account: "alice", key: "GEZDGNBVGY3TQOJQ" });
});

test("HOTP without a counter starts at 0, and says so", () => {
  const { otp, counter, warnings } = parseUri(`otpauth://hotp/Example:alice?${SECRET}&issuer=Example`);
  otp.dispose();
  expect([counter, warnings]).toEqual([0n, ["missing-counter"]]);
});
