import { describe, expect, test } from "@jest/globals";
import {
  BackupCodes,
  formatMigration,
  Hotp,
  type OtpAlgorithm,
  parseMigration,
  parseUri,
  QrCode,
  SealedTotp,
  Secret,
  Totp,
} from "countersign";
import { wasmMemory } from "../../../dist/core/for-tests.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

/** How often a text or key stands in WASM memory. */
function traces(of: Uint8Array | string): number {
  const memory = Buffer.from(wasmMemory());
  const sought = Buffer.from(of);
  let count = 0;
  for (let at = memory.indexOf(sought); at >= 0; at = memory.indexOf(sought, at + 1)) count += 1;
  return count;
}

function base32Of(bytes: Uint8Array): string {
  const secret = Secret.fromBytes(bytes);
  const base32 = secret.toBase32();
  secret.dispose();
  return base32;
}

/** A key, and every form of it that may be left behind: its bytes and base 32, and each half of them. */
function freshKey(length: number): { bytes: Uint8Array; forms: (string | Uint8Array)[] } {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  const base32 = base32Of(bytes);
  const half = Math.max(5, length >> 1);
  const forms = [bytes.slice(0, half), bytes.slice(-half), base32.slice(0, 8), base32.slice(-8)];
  // HMAC's blocks: the key with 0x36 and 0x5c added. RFC 2104 §2.
  const padded = [0x36, 0x5c].map((pad) => bytes.slice(0, half).map((byte) => byte ^ pad));
  return { bytes, forms: [...forms, ...padded] };
}

const tracesOfAll = (forms: (string | Uint8Array)[]) => forms.map(traces);
const none = (forms: unknown[]) => forms.map(() => 0);

describe("nothing of a key is left in WASM memory", () => {
  test("the search finds a key that is there", () => {
    const { bytes, forms } = freshKey(20);
    const secret = Secret.fromBytes(bytes);
    expect(traces(forms[0] ?? "")).toBeGreaterThan(0);
    secret.dispose();
  });

  // Up to ten bytes or letters, a string of C++ lies on the stack and not in a block of its own.
  test.each([5, 6, 10, 16, 20, 32, 64, 200])(
    "of a Secret of %i bytes after dispose(), however it came and went",
    (length) => {
      const { bytes, forms } = freshKey(length);
      const hex = Buffer.from(bytes).toString("hex");
      const base32 = base32Of(bytes);
      const all = [...forms, base32.toLowerCase().slice(0, 8), hex.slice(0, 10)];
      const ways = [
        () => Secret.fromBytes(bytes),
        () => Secret.fromBase32(base32),
        () => Secret.fromHex(hex),
        () => Secret.fromBase32(base32.toLowerCase(), { lenient: true }),
      ];
      for (const make of ways) {
        make().dispose();
        expect(tracesOfAll(all)).toEqual(none(all));
        const secret = make();
        secret.toBytes();
        secret.toBase32();
        secret.dispose();
        expect(tracesOfAll(all)).toEqual(none(all));
      }
    },
  );

  test.each<OtpAlgorithm>(["SHA1", "SHA256", "SHA512"])(
    "of a Totp and a Hotp with %s after dispose()",
    (algorithm) => {
      const { bytes, forms } = freshKey(20);
      const secret = Secret.fromBytes(bytes);
      const totp = new Totp({ secret, algorithm, issuer: "Fernhill", account: "rosa" });
      const hotp = new Hotp({ secret, algorithm });
      totp.verify(totp.generate());
      hotp.verify(hotp.generate({ counter: 7n }), { counter: 0n });
      totp.toUri();
      hotp.toUri({ counter: 8n });
      totp.copySecret().dispose();
      for (const held of [totp, hotp, secret]) held.dispose();
      expect(tracesOfAll(forms)).toEqual(none(forms));
    },
  );

  test("of an address and an export that were read and written", () => {
    const { bytes, forms } = freshKey(20);
    const secret = Secret.fromBytes(bytes);
    const totp = new Totp({ secret, issuer: "Fernhill", account: "rosa" });
    const uri = totp.toUri();
    const { otp } = parseUri(uri);
    const texts = formatMigration([{ otp }]);
    const read = parseMigration(texts);
    for (const held of [secret, totp, otp, ...read.accounts.map((account) => account.otp)]) held.dispose();
    const all = [...forms, (texts[0] ?? "").slice(-40, -10), "rosa?secret="];
    expect(tracesOfAll(all)).toEqual(none(all));
  });

  test("of an address that was drawn", () => {
    const { bytes, forms } = freshKey(20);
    const secret = Secret.fromBytes(bytes);
    const totp = new Totp({ secret, issuer: "Fernhill", account: "rosa" });
    const code = QrCode.encode(totp.toUri());
    const drawn = [
      code.toSvg({ label: "QR code" }).slice(-300, -200),
      code.toPath().slice(100, 200),
      code.toText().slice(200, 300),
    ];
    const png = code.toPng();
    secret.dispose();
    totp.dispose();
    const all = [...forms, ...drawn, png.slice(100, 140)];
    expect(tracesOfAll(all)).toEqual(none(all));
  });

  test("of a sealed key, from the moment it is sealed", async () => {
    const { bytes, forms } = freshKey(32);
    const sealed = new SealedTotp({ secret: await Secret.fromBytes(bytes).seal("SHA256") });
    await sealed.verify(await sealed.generate());
    expect(tracesOfAll(forms)).toEqual(none(forms));
  });

  test("of backup codes", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 3 });
    await BackupCodes.verify(codes[0], set);
    const forms = codes.flatMap((code) => [code, code.replaceAll("-", ""), code.slice(0, 11)]);
    expect(tracesOfAll(forms)).toEqual(none(forms));
  });

  test("of what was refused", () => {
    const { bytes } = freshKey(20);
    const hex = Buffer.from(bytes).toString("hex");
    const attempts = [
      () => Secret.fromBase32(`${hex}1`),
      () => Secret.fromHex(`${hex}x`),
      () => parseUri(`otpauth://totp/a?secret=${hex}1`),
      () => parseMigration(`otpauth-migration://offline?data=${hex}`),
    ];
    for (const attempt of attempts) expect(attempt).toThrow();
    expect(traces(hex.slice(0, 20))).toBe(0);
  });
});
