// Each is an answer that another library gave wrongly; we name it as they were found, not to be found again.
import { describe, expect, test } from "@jest/globals";
import { Hotp, parseUri, Secret, Totp, type TotpOptions } from "countersign";
import { judgeCode, refusal, RFC_KEYS, withSecret } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

function withTotp<Result>(work: (totp: Totp) => Result, options: Partial<TotpOptions> = {}): Result {
  return withSecret(RFC_KEYS.SHA1, (secret) => {
    const totp = new Totp({ secret, ...options });
    try {
      return work(totp);
    } finally {
      totp.dispose();
    }
  });
}

describe("codes", () => {
  test("a letter is no digit: 81804x is not 081804", () => {
    withTotp((totp) => {
      const time = 1111111109_000;
      expect(totp.generate({ time })).toBe("081804");
      expect(totp.verify("81804x", { time })).toEqual({ valid: false, reason: "malformed" });
      expect(totp.verify("081804", { time }).valid).toBe(true);
    });
  });

  test("leading zeros stay: 92555 and 5 are not 092555 and 000005", () => {
    withTotp((totp) => {
      const steps = Array.from({ length: 200_000 }, (_, step) => step);
      const small = steps.find((step) => judgeCode(RFC_KEYS.SHA1, BigInt(step)).startsWith("0000"));
      const time = (small ?? 0) * 30_000;
      const code = totp.generate({ time });
      expect(code).toMatch(/^0000\d\d$/);
      expect(totp.verify(code.slice(4), { time })).toEqual({ valid: false, reason: "malformed" });
    });
  });

  test("the default window is one step to each side, not fifty", () => {
    withTotp((totp) => {
      const time = 3_000_000;
      expect(totp.verify(totp.generate({ time: time - 60_000 }), { time }).valid).toBe(false);
      expect(totp.verify(totp.generate({ time: time + 60_000 }), { time }).valid).toBe(false);
    });
  });

  test("counters of 2^31 and more are right, also by time", () => {
    for (const step of [2n ** 31n - 1n, 2n ** 31n, 2n ** 32n + 1n]) {
      const code = withTotp((totp) => totp.generate({ time: Number(step) * 1000 }), { period: 1 });
      expect(code).toBe(judgeCode(RFC_KEYS.SHA1, step));
    }
  });

  test("counters above 2^53 are not rounded", () => {
    const hotp = withSecret(RFC_KEYS.SHA1, (secret) => new Hotp({ secret }));
    const counters = [2n ** 53n, 2n ** 53n + 1n, 2n ** 64n - 1n];
    expect(counters.map((counter) => hotp.generate({ counter }))).toEqual(
      counters.map((counter) => judgeCode(RFC_KEYS.SHA1, counter)),
    );
    hotp.dispose();
  });

  test("a token of six characters that are not ASCII is malformed and crashes nobody", () => {
    withTotp((totp) => {
      for (const token of ["éééééé", "你好你好你好", "😀😀😀", "１２３４５é"]) {
        expect(totp.verify(token)).toEqual({ valid: false, reason: "malformed" });
      }
    });
  });

  test("a token of the wrong length is an answer, not an error", () => {
    withTotp((totp) => {
      for (const token of ["", "1", "12345", "1234567"])
        expect(totp.verify(token)).toEqual({ valid: false, reason: "malformed" });
    });
  });

  test("a time of NaN has no code", () => {
    expect(withTotp((totp) => refusal(() => totp.generate({ time: Number.NaN })))).toBe("invalid-time");
  });

  test("HOTP does not look behind: the code of counter 4 is wrong at counter 5", () => {
    const hotp = withSecret(RFC_KEYS.SHA1, (secret) => new Hotp({ secret }));
    expect(hotp.verify(hotp.generate({ counter: 4n }), { counter: 5n })).toEqual({
      valid: false,
      reason: "mismatch",
    });
    hotp.dispose();
  });

  test("an exact match is no falsy delta", () => {
    withTotp((totp) => {
      const result = totp.verify("287082", { time: 59_000 });
      expect(result.valid).toBe(true);
      expect(result).toMatchObject({ drift: 0 });
    });
  });

  test("the period of an address counts", () => {
    const { otp } = parseUri(
      "otpauth://totp/Example:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example&period=60",
    );
    expect(otp instanceof Totp && otp.generate({ time: 60_000 })).toBe("287082");
    otp.dispose();
  });
});

describe("secrets", () => {
  test("of 26 characters are decoded to 16 whole bytes", () => {
    const secret = Secret.fromBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY");
    expect(Buffer.from(secret.toBytes()).toString()).toBe("1234567890123456");
    secret.dispose();
  });

  test("of 10 bytes, as Microsoft 365 issues them, are taken", () => {
    const { otp, warnings } = parseUri(
      "otpauth://totp/Microsoft:alice?secret=GEZDGNBVGY3TQOJQ&issuer=Microsoft",
    );
    expect(warnings).toEqual([]);
    otp.dispose();
  });

  test("whose last character has spare bits are taken where a person brings them, and reported", () => {
    const secret = Secret.fromBase32("MZXW6YR", { lenient: true });
    expect([Buffer.from(secret.toBytes()).toString(), secret.repairs]).toEqual(["foob", ["spare-bits"]]);
    secret.dispose();
    expect(refusal(() => Secret.fromBase32("MZXW6YR"))).toBe("invalid-secret");
  });

  test.each(["GEZD GNBV GY3T QOJQ", "gezd-gnbv-gy3t-qojq", "GEZDGNBVGY3TQOJQ===="])(
    "written as %p are the key, not undecodable text",
    (text) => {
      const secret = Secret.fromBase32(text, { lenient: true });
      expect(Buffer.from(secret.toBytes()).toString()).toBe("1234567890");
      secret.dispose();
    },
  );

  test("of one character are refused, not empty", () => {
    expect(refusal(() => Secret.fromBase32("A", { lenient: true }))).toBe("invalid-secret");
    expect(refusal(() => parseUri("otpauth://totp/Example:alice?secret=A&issuer=Example"))).toBe(
      "invalid-secret",
    );
  });

  test("made here use all 32 letters, evenly", () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 2000; i += 1) {
      const secret = Secret.generate(20);
      for (const letter of secret.toBase32()) counts.set(letter, (counts.get(letter) ?? 0) + 1);
      secret.dispose();
    }
    expect([...counts.keys()].sort().join("")).toBe("234567ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    // 64,000 letters, 2,000 of each; seven standard deviations are 308.
    expect([...counts.values()].filter((count) => Math.abs(count - 2000) > 308)).toEqual([]);
  });
});
