import { describe, expect, test } from "@jest/globals";
import { Hotp, type HotpOptions } from "countersign";
import fc from "fast-check";
import { judgeCode, refusal, RFC_KEYS, withSecret } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

const KEY = RFC_KEYS.SHA1;
const LAST = 2n ** 64n - 1n;

function withHotp<Result>(work: (hotp: Hotp) => Result, options: Partial<HotpOptions> = {}): Result {
  return withSecret(KEY, (secret) => {
    const hotp = new Hotp({ secret, ...options });
    try {
      return work(hotp);
    } finally {
      hotp.dispose();
    }
  });
}

describe("generate", () => {
  test("gives RFC 4226 Appendix D", () => {
    const codes = [
      "755224",
      "287082",
      "359152",
      "969429",
      "338314",
      "254676",
      "287922",
      "162583",
      "399871",
      "520489",
    ];
    expect(
      withHotp((hotp) => codes.map((_, counter) => hotp.generate({ counter: BigInt(counter) }))),
    ).toEqual(codes);
  });

  const edges = [
    2n ** 31n - 1n,
    2n ** 31n,
    2n ** 32n - 1n,
    2n ** 32n,
    2n ** 53n - 1n,
    2n ** 53n,
    2n ** 53n + 1n,
    2n ** 63n - 1n,
    2n ** 63n,
    LAST,
  ];
  test.each(edges)("agrees with node:crypto at counter %p", (counter) => {
    expect(withHotp((hotp) => hotp.generate({ counter }))).toBe(judgeCode(KEY, counter));
  });

  test("agrees with node:crypto at any counter", () => {
    withHotp(
      (hotp) => {
        fc.assert(
          fc.property(fc.bigInt({ min: 0n, max: LAST }), (counter) => {
            expect(hotp.generate({ counter })).toBe(judgeCode(KEY, counter, 8, "SHA512"));
          }),
        );
      },
      { algorithm: "SHA512", digits: 8 },
    );
  });

  test.each([-1n, 2n ** 64n, 0, 1.5, "0", null, undefined])("refuses the counter %p", (counter) => {
    const options = { counter: counter as bigint };
    const codes = withHotp((hotp) => [
      refusal(() => hotp.generate(options)),
      refusal(() => hotp.verify("000000", options)),
      refusal(() => hotp.toUri(options)),
    ]);
    expect(codes).toEqual(["invalid-counter", "invalid-counter", "invalid-counter"]);
  });
});

describe("verify", () => {
  test("tells the counter and the next one to store", () => {
    withHotp((hotp) => {
      expect(hotp.verify("287082", { counter: 1n })).toEqual({ valid: true, counter: 1n, next: 2n });
      expect(hotp.verify("287082", { counter: 0n })).toEqual({ valid: true, counter: 1n, next: 2n });
    });
  });

  test("never looks behind: the code of a used counter is wrong", () => {
    const result = withHotp((hotp) => hotp.verify("338314", { counter: 5n, lookAhead: 100 }));
    expect(result).toEqual({ valid: false, reason: "mismatch" });
  });

  test.each([0, 1, 10, 100])("with a look-ahead of %i reaches so far and no further", (lookAhead) => {
    withHotp((hotp) => {
      const code = (distance: number) => judgeCode(KEY, 1000n + BigInt(distance));
      expect(hotp.verify(code(lookAhead), { counter: 1000n, lookAhead }).valid).toBe(true);
      expect(hotp.verify(code(lookAhead + 1), { counter: 1000n, lookAhead }).valid).toBe(false);
    });
  });

  test.each([2n ** 31n, 2n ** 53n - 1n, 2n ** 53n + 1n, 2n ** 63n - 3n, 2n ** 63n, LAST - 10n])(
    "keeps every bit of a counter near %p",
    (counter) => {
      const found = counter + 7n;
      const result = withHotp((hotp) => hotp.verify(judgeCode(KEY, found), { counter }));
      expect(result).toEqual({ valid: true, counter: found, next: found + 1n });
    },
  );

  test("does not wrap around after the last counter of all", () => {
    withHotp((hotp) => {
      expect(hotp.verify(judgeCode(KEY, LAST), { counter: LAST })).toEqual({
        valid: true,
        counter: LAST,
        next: 2n ** 64n,
      });
      expect(hotp.verify(judgeCode(KEY, 0n), { counter: LAST, lookAhead: 100 }).valid).toBe(false);
    });
  });

  test.each(["", "75522", "7552244", "75522x", null, 755224, {}])("answers that %p is malformed", (code) => {
    expect(withHotp((hotp) => hotp.verify(code, { counter: 0n }))).toEqual({
      valid: false,
      reason: "malformed",
    });
  });

  test("forgives spaces, dashes and other digits", () => {
    const codes = ["755 224", "755-224", "７５５２２４", "٧٥٥٢٢٤"];
    expect(withHotp((hotp) => codes.map((code) => hotp.verify(code, { counter: 0n }).valid))).toEqual(
      codes.map(() => true),
    );
  });

  test.each([-1, 101, 0.5, Number.NaN, 2 ** 32])("refuses a look-ahead of %p", (lookAhead) => {
    expect(withHotp((hotp) => refusal(() => hotp.verify("000000", { counter: 0n, lookAhead })))).toBe(
      "invalid-window",
    );
  });
});

describe("a Hotp", () => {
  test("T52 writes the counter into its address, all 64 bits of it", () => {
    const uri = withHotp((hotp) => hotp.toUri({ counter: LAST }), { issuer: "Example", account: "alice" });
    expect(uri).toContain("otpauth://hotp/Example:alice?");
    expect(uri).toContain("counter=18446744073709551615");
  });

  test("throws disposed after dispose()", () => {
    const hotp = withSecret(KEY, (secret) => new Hotp({ secret }));
    hotp.dispose();
    hotp.dispose();
    const uses = [
      () => hotp.generate({ counter: 0n }),
      () => hotp.verify("755224", { counter: 0n }),
      () => hotp.issuer,
    ];
    expect(uses.map(refusal)).toEqual(["disposed", "disposed", "disposed"]);
  });
});
