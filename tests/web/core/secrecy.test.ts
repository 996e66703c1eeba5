import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { BackupCodes, Hotp, parseMigration, parseUri, QrCode, SealedTotp, Secret, Totp } from "countersign";
import fc from "fast-check";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

/** Every way in which a value becomes text by itself. */
function shown(value: unknown): string {
  const object = value as object;
  return [
    String(value),
    JSON.stringify(value),
    inspect(value, { showHidden: true, depth: 10, getters: false }),
    Object.getOwnPropertyNames(object).join(),
    Object.values(object).map(String).join(),
    value instanceof Error ? `${value.message}${value.stack ?? ""}${inspect(value.cause)}` : "",
  ].join("\n");
}

/** The forms of a key that must be nowhere: base 32, hexadecimal, its bytes as numbers and as text. */
function forms(bytes: Uint8Array): string[] {
  const secret = Secret.fromBytes(bytes);
  const base32 = secret.toBase32();
  secret.dispose();
  const hex = Buffer.from(bytes).toString("hex");
  return [
    base32,
    base32.toLowerCase(),
    hex,
    hex.toUpperCase(),
    Buffer.from(bytes).toString("base64"),
    Array.from(bytes).join(","),
  ];
}

const expectSecret = (value: unknown, secretForms: string[]) => {
  const text = shown(value);
  for (const form of secretForms) expect(text.includes(form)).toBe(false);
};

const key = fc.uint8Array({ minLength: 10, maxLength: 64 });

describe("T38 T40 a key is in no text, JSON or inspection", () => {
  test("of a Secret, a Totp, a Hotp or a QR code", () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const hidden = forms(bytes);
        const secret = Secret.fromBytes(bytes);
        const totp = new Totp({ secret, issuer: "Fernhill", account: "rosa" });
        const hotp = new Hotp({ secret });
        const code = QrCode.encode(totp.toUri());
        for (const value of [secret, totp, hotp, code]) expectSecret(value, hidden);
        for (const held of [secret, totp, hotp]) held.dispose();
      }),
    );
  });

  test("of a sealed one", async () => {
    await fc.assert(
      fc.asyncProperty(key, async (bytes) => {
        const hidden = forms(bytes);
        const sealed = await Secret.fromBytes(bytes).seal();
        for (const value of [sealed, new SealedTotp({ secret: sealed })]) expectSecret(value, hidden);
      }),
      { numRuns: 20 },
    );
  });

  test("of an error, whatever was wrong", () => {
    fc.assert(
      fc.property(key, (bytes) => {
        const [base32 = "", ...others] = forms(bytes);
        const attempts = [
          () => Secret.fromBase32(`${base32}!`),
          () => Secret.fromBase32(`${base32}!`, { lenient: true }),
          () => Secret.fromHex(`${others[1] ?? ""}!`),
          () => parseUri(`otpauth://totp/a?secret=${base32}&digits=99`),
          () => parseUri(`otpauth://totp/a?secret=${base32}&secret=${base32}`),
          () => parseUri(`otpauth://totp/a?secret=${base32}1`),
          () => parseMigration(`otpauth-migration://offline?data=${base32}!`),
          () => QrCode.encode(base32.padEnd(3000, base32)),
          () => QrCode.encode("x").toSvg({ label: `otpauth://totp/a?secret=${base32}` }),
        ];
        for (const attempt of attempts) {
          let error: unknown;
          try {
            attempt();
          } catch (thrown) {
            error = thrown;
          }
          expect(error).toBeDefined();
          expectSecret(error, [base32, ...others]);
        }
      }),
    );
  });
});

test("T40 a backup code is in no answer and no set", async () => {
  const { codes, set } = await BackupCodes.generate({ count: 2 });
  const hidden = codes.flatMap((code) => [code, code.replaceAll("-", ""), code.toLowerCase()]);
  const answers = [
    await BackupCodes.verify(codes[0], set),
    await BackupCodes.verify(`${codes[0]?.slice(0, -1) ?? ""}!`, set),
    set,
  ];
  for (const answer of answers) expectSecret(answer, hidden);
});
