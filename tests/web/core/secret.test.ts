import { describe, expect, test } from "@jest/globals";
import { Hotp, Secret, Totp } from "countersign";
import fc from "fast-check";
import { refusal } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

function lent<Result>(secret: Secret, work: (secret: Secret) => Result): Result {
  try {
    return work(secret);
  } finally {
    secret.dispose();
  }
}

const text = (secret: Secret) =>
  lent(secret, (lentSecret) => Buffer.from(lentSecret.toBytes()).toString("latin1"));

describe("a Secret comes", () => {
  test("T1 T2 T11 T23 at random from Web Crypto, 20 bytes by default, never the same twice", () => {
    const keys = Array.from({ length: 50 }, () =>
      lent(Secret.generate(), (secret) => [secret.byteLength, secret.toBase32()]),
    );
    expect(keys.every(([length]) => length === 20)).toBe(true);
    expect(new Set(keys.map(([, key]) => key)).size).toBe(50);
  });

  test.each([1, 16, 20, 32, 64, 1024])("at random in %i bytes", (length) => {
    expect(lent(Secret.generate(length), (secret) => secret.toBytes().length)).toBe(length);
  });

  test.each([0, -1, 1025, 1.5, Number.NaN, 2 ** 32 + 20, "20"])("not in %p bytes", (length) => {
    expect(refusal(() => Secret.generate(length as number))).toBe("invalid-secret");
  });

  test("from base 32, hexadecimal, bytes and text", () => {
    expect(text(Secret.fromBase32("GEZDGNBVGY3TQOJQ"))).toBe("1234567890");
    expect(text(Secret.fromHex("31323334353637383930"))).toBe("1234567890");
    expect(text(Secret.fromBytes(new TextEncoder().encode("1234567890")))).toBe("1234567890");
    expect(text(Secret.fromBytes(new TextEncoder().encode("1234567890").buffer))).toBe("1234567890");
    expect(text(Secret.fromText("1234567890"))).toBe("1234567890");
    expect(text(Secret.fromText("ü\u0000"))).toBe("\u00c3\u00bc\u0000");
  });

  test("back from base 32 and from bytes as it was", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 1024 }), (bytes) => {
        const base32 = lent(Secret.fromBytes(bytes), (secret) => secret.toBase32());
        expect(lent(Secret.fromBase32(base32), (secret) => secret.toBytes())).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  test("from what a person copies, with a list of the repairs", () => {
    const typed = Secret.fromBase32("gezd gnbv-GY3TQOJQ====", { lenient: true });
    expect(lent(typed, (secret) => [...secret.repairs])).toEqual([
      "secret-had-spaces",
      "secret-had-padding",
      "secret-lower-case",
    ]);
    const cut = Secret.fromBase32("GEZDGNBVG", { lenient: true });
    expect(lent(cut, (secret) => [...secret.repairs])).toEqual(["impossible-length"]);
    expect(lent(Secret.fromBase32("GEZDGNBV"), (secret) => [...secret.repairs])).toEqual([]);
  });

  const strict = [
    "",
    "gezdgnbv",
    "GEZD GNBV",
    "GEZDGNBV=",
    "GEZDGNBVG",
    "GEZDGNB1",
    "A",
    "Ä".repeat(8),
    "A".repeat(5000),
  ];
  test.each(strict)("not from %p as base 32", (base32) => {
    expect(refusal(() => Secret.fromBase32(base32))).toBe("invalid-secret");
  });

  test.each(["", "3", "3g", "31 32", "0x31", "31".repeat(1025)])("not from %p as hexadecimal", (hex) => {
    expect(refusal(() => Secret.fromHex(hex))).toBe("invalid-secret");
  });

  test("not from no bytes, nor from too many", () => {
    const sizes = [0, 1025, 10_000_000];
    expect(sizes.map((size) => refusal(() => Secret.fromBytes(new Uint8Array(size))))).toEqual(
      sizes.map(() => "invalid-secret"),
    );
    expect(refusal(() => Secret.fromText(""))).toBe("invalid-secret");
  });

  test.each([undefined, null, 1, {}, [1, 2]])("not from %p", (value) => {
    expect(refusal(() => Secret.fromBase32(value as string))).toBe("invalid-argument");
    expect(refusal(() => Secret.fromHex(value as string))).toBe("invalid-argument");
    expect(refusal(() => Secret.fromText(value as string))).toBe("invalid-argument");
    expect(refusal(() => Secret.fromBytes(value as Uint8Array))).toBe("invalid-argument");
  });
});

describe("dispose", () => {
  test("ends a Secret, and may be called again", async () => {
    const secret = Secret.generate();
    secret.dispose();
    secret.dispose();
    const uses = [
      () => secret.byteLength,
      () => secret.toBase32(),
      () => secret.toBytes(),
      () => secret.repairs,
    ];
    expect(uses.map(refusal)).toEqual(["disposed", "disposed", "disposed", "disposed"]);
    await expect(secret.seal()).rejects.toMatchObject({ code: "disposed" });
  });

  test("is Symbol.dispose where the engine has it, for all that hold a key", () => {
    const dispose = (Symbol as { dispose?: symbol }).dispose ?? "dispose";
    const secret = Secret.generate();
    for (const held of [new Totp({ secret }), new Hotp({ secret }), secret]) {
      (held as unknown as Record<string | symbol, () => void>)[dispose]?.();
      expect(refusal(() => (held instanceof Secret ? held.byteLength : held.digits))).toBe("disposed");
    }
  });

  test("copies given out before stay as they are", () => {
    const secret = Secret.fromText("1234567890");
    const bytes = secret.toBytes();
    secret.dispose();
    expect(Buffer.from(bytes).toString()).toBe("1234567890");
  });
});
