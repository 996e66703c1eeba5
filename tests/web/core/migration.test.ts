import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { formatMigration, Hotp, type OtpAccount, parseMigration, Totp, type TotpOptions } from "countersign";
import { described } from "./described.js";
import { refusal, RFC_KEYS, withSecret } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";

expectsNothingKept();

interface MigrationVector {
  readonly name: string;
  readonly texts: string[];
  readonly exports?: { size: number; seen: number[]; accounts: object[]; rejected: object[] }[];
  readonly error?: string;
}

const vectors = JSON.parse(readFileSync("tests/vectors/migration.json", "utf8")) as MigrationVector[];

function withAccounts(
  count: number,
  work: (accounts: OtpAccount[]) => void,
  options: Partial<TotpOptions> = {},
): void {
  const accounts = withSecret(RFC_KEYS.SHA1, (secret) =>
    Array.from({ length: count }, (_, index) => ({
      otp: new Totp({ secret, account: `person ${String(index)}`, ...options }),
    })),
  );
  try {
    work(accounts);
  } finally {
    for (const { otp } of accounts) otp.dispose();
  }
}

describe("parseMigration", () => {
  test.each(vectors.filter((vector) => vector.exports !== undefined))("reads $name", ({ texts, exports }) => {
    const { others, ...first } = parseMigration(texts);
    const read = [first, ...others].map(({ accounts, batch, rejected }) => ({
      ...batch,
      accounts: accounts.map(described),
      rejected,
    }));
    expect(read).toEqual(exports);
  });

  test.each(vectors.filter(({ error }) => error !== undefined))("refuses $name", ({ texts, error }) => {
    expect(refusal(() => parseMigration(texts))).toBe(error);
  });

  test("takes one text as it is", () => {
    withAccounts(1, (accounts) => {
      const [text = ""] = formatMigration(accounts);
      const read = parseMigration(text);
      expect(read.batch).toEqual({ size: 1, seen: [0] });
      read.accounts.forEach(described);
    });
  });

  test("reads no more than a hundred texts", () => {
    expect(refusal(() => parseMigration(Array.from({ length: 101 }, () => "x")))).toBe("migration-too-large");
  });
});

describe("formatMigration", () => {
  test.each([1, 10, 11, 25])(
    "writes %i accounts, at most ten a text, that come back as they were",
    (count) => {
      withAccounts(count, (accounts) => {
        const texts = formatMigration(accounts);
        expect(texts).toHaveLength(Math.ceil(count / 10));
        const read = parseMigration(texts.toReversed());
        expect(read.batch).toEqual({ size: texts.length, seen: texts.map((_, index) => index) });
        expect(read.accounts.map((account) => described(account)["account"])).toEqual(
          accounts.map(({ otp }) => otp.account),
        );
      });
    },
  );

  test("carries a counter of HOTP, and needs one", () => {
    const otp = withSecret(RFC_KEYS.SHA1, (secret) => new Hotp({ secret, account: "token" }));
    const texts = formatMigration([{ otp, counter: 2n ** 53n + 1n }]);
    expect(parseMigration(texts).accounts.map(described)).toMatchObject([
      { type: "hotp", counter: "9007199254740993" },
    ]);
    expect(refusal(() => formatMigration([{ otp }]))).toBe("invalid-counter");
    otp.dispose();
  });

  const obstacles: [string, Partial<TotpOptions>][] = [
    ["invalid-period", { period: 60 }],
    ["invalid-digits", { digits: 7 }],
    ["unsupported-type", { encoder: "steam" }],
  ];
  test.each(obstacles)(
    "refuses with %s an account that would come back with other codes: %p",
    (code, options) => {
      withAccounts(
        1,
        (accounts) => {
          expect(refusal(() => formatMigration(accounts))).toBe(code);
        },
        options,
      );
    },
  );

  test("refuses no account at all, and what is none", () => {
    expect(refusal(() => formatMigration([]))).toBe("invalid-migration");
    const none: unknown = {};
    expect(refusal(() => formatMigration([{ otp: none as Totp }]))).toBe("invalid-argument");
  });
});
