import { webcrypto } from "node:crypto";
import { describe, expect, jest, test } from "@jest/globals";
import { type OtpAlgorithm, SealedSecret, SealedTotp, Secret, Totp } from "countersign";
import { judgeCode, refusal, rejection, RFC_KEYS } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

const NOW = Date.parse("2026-01-01T12:00:00Z");
const algorithms: OtpAlgorithm[] = ["SHA1", "SHA256", "SHA512"];

async function hmacKey(hash: string, usages: KeyUsage[] = ["sign"]): Promise<CryptoKey> {
  return await webcrypto.subtle.importKey(
    "raw",
    Buffer.from(RFC_KEYS.SHA1),
    { name: "HMAC", hash },
    false,
    usages,
  );
}

describe("seal", () => {
  test.each(algorithms)("makes a key for %s that nobody can read, and ends the Secret", async (algorithm) => {
    const secret = Secret.fromText(RFC_KEYS[algorithm]);
    const { key, algorithm: bound } = await secret.seal(algorithm);
    expect(bound).toBe(algorithm);
    expect(key.extractable).toBe(false);
    await expect(webcrypto.subtle.exportKey("raw", key)).rejects.toThrow();
    expect(refusal(() => secret.byteLength)).toBe("disposed");
  });

  test("refuses another hash, and ends the Secret all the same", async () => {
    const secret = Secret.generate();
    expect(await rejection(secret.seal("MD5" as OtpAlgorithm))).toBe("invalid-algorithm");
    expect(refusal(() => secret.byteLength)).toBe("disposed");
  });

  test("says so where crypto.subtle is absent", async () => {
    const crypto = Object.getOwnPropertyDescriptor(globalThis, "crypto") ?? {};
    Object.defineProperty(globalThis, "crypto", { configurable: true, value: {} });
    try {
      const secret = Secret.fromText(RFC_KEYS.SHA1);
      expect(await rejection(secret.seal())).toBe("web-crypto-unavailable");
    } finally {
      Object.defineProperty(globalThis, "crypto", crypto);
    }
  });
});

describe("a SealedTotp", () => {
  test.each(algorithms)("gives the codes of its key for %s", async (algorithm) => {
    const totp = new SealedTotp({
      secret: await Secret.fromText(RFC_KEYS[algorithm]).seal(algorithm),
      digits: 8,
    });
    for (const seconds of [59, 1111111109, 20000000000]) {
      const step = BigInt(Math.floor(seconds / 30));
      const code = await totp.generate({ time: seconds * 1000 });
      expect(code).toBe(judgeCode(RFC_KEYS[algorithm], step, 8, algorithm));
    }
  });

  test.each([0, 1, 10])("answers as a Totp does, with a window of %i", async (window) => {
    const secret = Secret.fromText(RFC_KEYS.SHA1);
    const open = new Totp({ secret });
    const sealed = new SealedTotp({ secret: await secret.seal() });
    const state = { lastStep: NOW / 30_000 - 1, drift: 1 };
    for (const step of [-12, -11, -10, -9, -2, -1, 0, 1, 2, 10, 11, 12]) {
      const code = open.generate({ time: NOW + step * 30_000 });
      const options = { time: NOW, window, ...(step % 2 === 0 ? { state } : {}) };
      expect(await sealed.verify(code, options)).toEqual(open.verify(code, options));
    }
    open.dispose();
  });

  test("T4 refuses a code that was accepted before", async () => {
    const totp = new SealedTotp({ secret: await Secret.fromText(RFC_KEYS.SHA1).seal() });
    const first = await totp.verify("287082", { time: 59_000 });
    const state = first.valid ? first.state : undefined;
    expect(first.valid).toBe(true);
    expect(await totp.verify("287082", { time: 59_000, state })).toEqual({
      valid: false,
      reason: "replayed",
    });
  });

  test.each(["", "28708x", null, {}, "9".repeat(1000)])("answers that %p is malformed", async (code) => {
    const totp = new SealedTotp({ secret: await Secret.fromText(RFC_KEYS.SHA1).seal() });
    expect(await totp.verify(code)).toEqual({ valid: false, reason: "malformed" });
  });

  test("gives Steam's letters", async () => {
    const secret = Secret.fromText(RFC_KEYS.SHA1);
    const open = new Totp({ secret, encoder: "steam" });
    const sealed = new SealedTotp({ secret: await secret.seal(), encoder: "steam" });
    const code = open.generate({ time: NOW });
    expect(await sealed.generate({ time: NOW })).toBe(code);
    expect((await sealed.verify(code.toLowerCase(), { time: NOW })).valid).toBe(true);
    open.dispose();
  });

  test("rejects what the caller does wrong, with its name", async () => {
    const secret = await Secret.fromText(RFC_KEYS.SHA1).seal();
    expect(await rejection(new SealedTotp({ secret }).generate({ time: -1 }))).toBe("invalid-time");
    expect(await rejection(new SealedTotp({ secret }).verify("000000", { time: Number.NaN }))).toBe(
      "invalid-time",
    );
    expect(await rejection(new SealedTotp({ secret }).verify("000000", { window: 11 }))).toBe(
      "invalid-window",
    );
    expect(await rejection(new SealedTotp({ secret, digits: 4 }).generate())).toBe("invalid-digits");
    expect(await rejection(new SealedTotp({ secret, period: 0 }).verify("000000"))).toBe("invalid-period");
    expect(refusal(() => new SealedTotp({ secret, algorithm: "SHA256" }))).toBe("key-refused");
  });
});

describe("a key from elsewhere", () => {
  test("that was stored and comes back works as before", async () => {
    const totp = new SealedTotp({ secret: new SealedSecret(await hmacKey("SHA-1")) });
    expect(await totp.generate({ time: 59_000 })).toBe("287082");
  });

  test("that may not sign is refused", async () => {
    const key = await hmacKey("SHA-1", ["verify"]);
    expect(refusal(() => new SealedSecret(key))).toBe("key-refused");
  });

  test.each([undefined, null, {}, "key", { algorithm: {} }])("that is %p is refused", (key) => {
    expect(refusal(() => new SealedSecret(key as unknown as CryptoKey))).toBe("key-refused");
  });

  test("of another hash or kind is refused", async () => {
    const sha384 = await hmacKey("SHA-384");
    const aes = await webcrypto.subtle.generateKey({ name: "AES-GCM", length: 128 }, false, ["encrypt"]);
    expect([sha384, aes].map((key) => refusal(() => new SealedSecret(key)))).toEqual([
      "key-refused",
      "key-refused",
    ]);
  });

  test("that only pretends to be one is refused by the platform, and nothing hangs", async () => {
    const pretended = {
      algorithm: { name: "HMAC", hash: { name: "SHA-1" } },
      usages: ["sign"],
    } as unknown as CryptoKey;
    const totp = new SealedTotp({ secret: new SealedSecret(pretended) });
    expect(await rejection(totp.generate())).toBe("key-refused");
    expect(await rejection(totp.verify("000000"))).toBe("key-refused");
  });

  test("whose MACs are not those of the hash it says is refused, not used", async () => {
    const totp = new SealedTotp({ secret: new SealedSecret(await hmacKey("SHA-1")) });
    const { subtle } = crypto;
    const longer = await hmacKey("SHA-512");
    const sign = jest.spyOn(subtle, "sign").mockImplementation((name, _key, data) => {
      sign.mockRestore();
      return subtle.sign(name, longer, data);
    });
    expect(await rejection(totp.generate())).toBe("key-refused");
    expect(await totp.generate({ time: 59_000 })).toBe("287082");
  });
});
