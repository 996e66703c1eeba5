import { describe, expect, test } from "@jest/globals";
import { type OtpAlgorithm, Totp, type TotpOptions } from "countersign";
import fc from "fast-check";
import { judgeCode, refusal, RFC_KEYS, withSecret } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

const KEY = RFC_KEYS.SHA1;
const NOW = Date.parse("2026-01-01T12:00:00Z");
const STEP = NOW / 30_000;

function withTotp<Result>(
  work: (totp: Totp) => Result,
  options: Partial<TotpOptions> = {},
  key = KEY,
): Result {
  return withSecret(key, (secret) => {
    const totp = new Totp({ secret, ...options });
    try {
      return work(totp);
    } finally {
      totp.dispose();
    }
  });
}

describe("generate", () => {
  const vectors: [number, OtpAlgorithm, string][] = [
    [59, "SHA1", "94287082"],
    [59, "SHA256", "46119246"],
    [59, "SHA512", "90693936"],
    [1111111109, "SHA1", "07081804"],
    [1111111109, "SHA256", "68084774"],
    [1111111109, "SHA512", "25091201"],
    [1111111111, "SHA1", "14050471"],
    [1111111111, "SHA256", "67062674"],
    [1111111111, "SHA512", "99943326"],
    [1234567890, "SHA1", "89005924"],
    [1234567890, "SHA256", "91819424"],
    [1234567890, "SHA512", "93441116"],
    [2000000000, "SHA1", "69279037"],
    [2000000000, "SHA256", "90698825"],
    [2000000000, "SHA512", "38618901"],
    [20000000000, "SHA1", "65353130"],
    [20000000000, "SHA256", "77737706"],
    [20000000000, "SHA512", "47863826"],
  ];
  test.each(vectors)("gives RFC 6238 Appendix B at %i s for %s", (seconds, algorithm, code) => {
    const generated = withTotp(
      (totp) => totp.generate({ time: seconds * 1000 }),
      { algorithm, digits: 8 },
      RFC_KEYS[algorithm],
    );
    expect(generated).toBe(code);
  });

  test("agrees with node:crypto for any key, time, hash, period and number of digits", () => {
    const algorithm = fc.constantFrom<OtpAlgorithm>("SHA1", "SHA256", "SHA512");
    const any = fc.record({
      key: fc.string({ minLength: 1, maxLength: 200, unit: "binary-ascii" }),
      time: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      period: fc.integer({ min: 1, max: 86_400 }),
      digits: fc.integer({ min: 5, max: 10 }),
      algorithm,
    });
    fc.assert(
      fc.property(any, ({ key, time, period, digits, algorithm }) => {
        const step = BigInt(time) / (BigInt(period) * 1000n);
        const code = withTotp((totp) => totp.generate({ time }), { period, digits, algorithm }, key);
        expect(code).toBe(judgeCode(key, step, digits, algorithm));
      }),
    );
  });

  test("takes a Date, and now by default", () => {
    withTotp((totp) => {
      expect(totp.generate({ time: new Date(59_000) })).toBe("287082");
      const [before, code, after] = [Date.now(), totp.generate(), Date.now()];
      expect([totp.generate({ time: before }), totp.generate({ time: after })]).toContain(code);
    });
  });

  test("gives Steam five letters of its own", () => {
    const code = withTotp((totp) => totp.generate({ time: NOW }), { encoder: "steam" });
    expect(code).toMatch(/^[2-9BCDFGHJKMNPQRTVWXY]{5}$/);
  });

  const noTimes = [Number.NaN, -1, Infinity, -Infinity, 2 ** 53, new Date(Number.NaN), "0", null, 0n];
  test.each(noTimes)("refuses the time %p", (time) => {
    const options = { time: time as number };
    const codes = withTotp((totp) => [
      refusal(() => totp.generate(options)),
      refusal(() => totp.verify("000000", options)),
      refusal(() => totp.verify("no code", options)),
      refusal(() => totp.remainingMs(options)),
    ]);
    expect(codes).toEqual(["invalid-time", "invalid-time", "invalid-time", "invalid-time"]);
  });
});

describe("verify", () => {
  test("tells the step, the drift and what to store", () => {
    withTotp((totp) => {
      expect(totp.verify(judgeCode(KEY, BigInt(STEP - 1)), { time: NOW })).toEqual({
        valid: true,
        step: STEP - 1,
        drift: -1,
        state: { lastStep: STEP - 1, drift: -1 },
      });
    });
  });

  test("T4 T12 T21 refuses a code that was accepted before, also within its window", () => {
    withTotp((totp) => {
      const code = totp.generate({ time: NOW });
      const first = totp.verify(code, { time: NOW });
      const state = first.valid ? first.state : undefined;
      expect(totp.verify(code, { time: NOW, state })).toEqual({ valid: false, reason: "replayed" });
      expect(totp.verify(code, { time: NOW + 30_000, state })).toEqual({ valid: false, reason: "replayed" });
    });
  });

  test("T4 refuses the code of a step before the last one used", () => {
    withTotp((totp) => {
      const state = { lastStep: STEP, drift: 0 };
      const earlier = totp.generate({ time: NOW - 30_000 });
      expect(totp.verify(earlier, { time: NOW, state })).toEqual({ valid: false, reason: "replayed" });
    });
  });

  test.each([0, 1, 2, 10])(
    "T3 T5 with a window of %i takes so many steps to each side and no more",
    (window) => {
      withTotp((totp) => {
        const steps = Array.from({ length: 25 }, (_, index) => index - 12);
        const taken = steps.filter(
          (step) => totp.verify(totp.generate({ time: NOW + step * 30_000 }), { time: NOW, window }).valid,
        );
        expect(taken).toEqual(steps.filter((step) => Math.abs(step) <= window));
      });
    },
  );

  test("T3 takes one step to each side by default", () => {
    withTotp((totp) => {
      const code = (step: number) => totp.generate({ time: NOW + step * 30_000 });
      const verdicts = [-2, -1, 0, 1, 2].map((step) => totp.verify(code(step), { time: NOW }).valid);
      expect(verdicts).toEqual([false, true, true, true, false]);
    });
  });

  test("T5 follows a device whose clock goes wrong slowly, and widens nothing", () => {
    withTotp((totp) => {
      let state = { lastStep: 0, drift: 0 };
      for (const drift of [1, 2, 3]) {
        const time = NOW + drift * 600_000;
        const result = totp.verify(totp.generate({ time: time + drift * 30_000 }), { time, state });
        expect(result).toMatchObject({ valid: true, drift });
        if (result.valid) state = result.state;
      }
      const later = NOW + 3_000_000;
      expect(totp.verify(totp.generate({ time: later }), { time: later, state }).valid).toBe(false);
    });
  });

  test("stores no drift beyond ten steps, however far the window reaches", () => {
    withTotp((totp) => {
      const code = totp.generate({ time: NOW + 20 * 30_000 });
      const state = { lastStep: 0, drift: 10 };
      expect(totp.verify(code, { time: NOW, window: 10, state })).toEqual({
        valid: true,
        step: STEP + 20,
        drift: 20,
        state: { lastStep: STEP + 20, drift: 10 },
      });
    });
  });

  test("T25 T27 with a window of 0 a code lives for its period and not a millisecond longer", () => {
    withTotp((totp) => {
      const code = totp.generate({ time: NOW });
      expect(totp.verify(code, { time: NOW + 29_999, window: 0 }).valid).toBe(true);
      expect(totp.verify(code, { time: NOW + 30_000, window: 0 }).valid).toBe(false);
    });
  });

  const forgiven: [string, string][] = [
    ["94287082", "as it is"],
    ["9428 7082", "a space"],
    ["9428-7082", "a dash"],
    ["9428\u00a07082", "a no-break space"],
    [" 94287082\n", "spaces around it"],
    ["９４２８７０８２", "full-width digits"],
    ["٩٤٢٨٧٠٨٢", "Arabic-Indic digits"],
    ["۹۴۲۸۷۰۸۲", "Extended Arabic-Indic digits"],
    ["\u200e9428\u20117082", "invisible marks"],
  ];
  test.each(forgiven)("takes %p: %s", (code) => {
    expect(withTotp((totp) => totp.verify(code, { time: 59_000 }), { digits: 8 }).valid).toBe(true);
  });

  const malformed = [
    "",
    "9428708",
    "942870822",
    "9428708x",
    "Your code is 94287082",
    "9428708½",
    "94287०82",
    "é".repeat(8),
  ];
  test.each([
    ...malformed,
    "9".repeat(1_000_000),
    undefined,
    null,
    94287082,
    {},
    [],
    Symbol("x"),
    ["94287082"],
  ])("answers that %p is malformed", (code) => {
    const result = withTotp((totp) => totp.verify(code, { time: 59_000 }), { digits: 8 });
    expect(result).toEqual({ valid: false, reason: "malformed" });
  });

  test("throws for no code, whatever it is", () => {
    withTotp((totp) => {
      fc.assert(
        fc.property(fc.oneof(fc.anything(), fc.string({ unit: "binary" })), (code) => {
          expect(["malformed", "mismatch"]).toContain(
            (totp.verify(code, { time: NOW }) as { reason: string }).reason,
          );
        }),
      );
    });
  });

  test.each([-1, 11, 0.5, Number.NaN, Infinity, 2 ** 32, 2 ** 32 + 1, "1", null])(
    "refuses a window of %p",
    (window) => {
      const options = { time: NOW, window: window as number };
      expect(withTotp((totp) => refusal(() => totp.verify("000000", options)))).toBe("invalid-window");
    },
  );

  const noStates = [
    {},
    { lastStep: 1 },
    { lastStep: -1, drift: 0 },
    { lastStep: 1.5, drift: 0 },
    { lastStep: "1", drift: 0 },
  ];
  test.each(noStates)("refuses the stored state %p", (state) => {
    const options = { time: NOW, state: state as never };
    expect(withTotp((totp) => refusal(() => totp.verify("000000", options)))).toBe("invalid-state");
  });

  test("reaches the first and the last step without wrapping", () => {
    withTotp(
      (totp) => {
        const last = Number.MAX_SAFE_INTEGER;
        expect(totp.verify(totp.generate({ time: 0 }), { time: 0, window: 10 })).toMatchObject({
          step: 0,
          drift: 0,
        });
        expect(totp.verify(totp.generate({ time: last }), { time: last, window: 10 })).toMatchObject({
          step: Math.floor(last / 1000),
          drift: 0,
        });
      },
      { period: 1 },
    );
  });

  test("answers the same for every pair of step and drift that a window can give", () => {
    withTotp((totp) => {
      for (let drift = -10; drift <= 10; drift += 1) {
        for (let offset = -10; offset <= 10; offset += 1) {
          const distance = drift + offset;
          const result = totp.verify(totp.generate({ time: NOW + distance * 30_000 }), {
            time: NOW,
            window: 10,
            state: { lastStep: 0, drift },
          });
          const stored = Math.max(-10, Math.min(10, distance));
          expect(result).toEqual({
            valid: true,
            step: STEP + distance,
            drift: distance,
            state: { lastStep: STEP + distance, drift: stored },
          });
        }
      }
    });
  });
});

describe("a Totp", () => {
  test("keeps its own copy of the key", () => {
    const totp = withSecret(KEY, (secret) => new Totp({ secret }));
    expect(totp.generate({ time: 59_000 })).toBe("287082");
    totp.dispose();
  });

  test("says what it was made with", () => {
    const options = {
      issuer: "Example",
      account: "alice@example.com",
      algorithm: "SHA256",
      digits: 8,
      period: 60,
    } as const;
    withTotp((totp) => {
      const { issuer, account, algorithm, digits, period, encoder, issuerLabel } = totp;
      expect({ issuer, account, algorithm, digits, period }).toEqual(options);
      expect({ encoder, issuerLabel }).toEqual({ encoder: "decimal", issuerLabel: "" });
    }, options);
  });

  test("T52 writes the address by the Key URI format", () => {
    const uri = withTotp((totp) => totp.toUri(), { issuer: "Big Corp", account: "alice@example.com" });
    expect(uri).toBe(
      "otpauth://totp/Big%20Corp:alice%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Big%20Corp",
    );
  });

  test("counts down to the next code", () => {
    withTotp((totp) => {
      const times = [NOW, NOW + 1, NOW + 29_999, NOW + 30_000];
      expect(times.map((time) => totp.remainingMs({ time }))).toEqual([30_000, 29_999, 1, 30_000]);
    });
  });

  const refused: [string, object][] = [
    ["invalid-digits", { digits: 4 }],
    ["invalid-digits", { digits: 11 }],
    ["invalid-digits", { digits: 6.5 }],
    ["invalid-digits", { digits: "6" }],
    ["invalid-digits", { digits: 2 ** 32 + 6 }],
    ["invalid-period", { period: 0 }],
    ["invalid-period", { period: 86_401 }],
    ["invalid-period", { period: Number.NaN }],
    ["invalid-algorithm", { algorithm: "MD5" }],
    ["invalid-algorithm", { algorithm: "sha1" }],
    ["unsupported-type", { encoder: "base32" }],
    ["invalid-label", { issuer: "a:b" }],
    ["invalid-label", { account: "a\u0000" }],
    ["invalid-label", { issuer: "x".repeat(256) }],
    ["invalid-argument", { issuer: "\ud800" }],
    ["invalid-argument", { account: 1 }],
  ];
  test.each(refused)("is refused as %s with %p", (code, options) => {
    expect(withSecret(KEY, (secret) => refusal(() => new Totp({ secret, ...options })))).toBe(code);
  });

  test.each([undefined, null, "GEZDGNBVGY3TQOJQ", new Uint8Array(20), {}])(
    "is refused without a Secret: %p",
    (secret) => {
      expect(refusal(() => new Totp({ secret: secret as never }))).toBe("invalid-argument");
    },
  );

  test("throws disposed after dispose(), which may be called again", () => {
    const totp = withSecret(KEY, (secret) => new Totp({ secret }));
    totp.dispose();
    totp.dispose();
    const uses = [
      () => totp.generate(),
      () => totp.verify("000000"),
      () => totp.remainingMs(),
      () => totp.toUri(),
    ];
    expect(uses.map(refusal)).toEqual(["disposed", "disposed", "disposed", "disposed"]);
  });
});
