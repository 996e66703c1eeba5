// Callers without types: whatever they pass ends in an error of the list or in a refusing answer.
import { beforeAll, describe, expect, test } from "@jest/globals";
import {
  BackupCodes,
  CountersignError,
  findCode,
  formatMigration,
  Hotp,
  normalizeCode,
  parseMigration,
  parseUri,
  QrCode,
  SealedSecret,
  SealedTotp,
  Secret,
  Totp,
} from "countersign";
import { RFC_KEYS, withSecret } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";
import { UNKNOWN_CODE, UNKNOWN_SET } from "./stored-set.js";

expectsNothingKept();

const noText = {
  toString: () => {
    throw new Error("asked for its text");
  },
};
const ODD: unknown[] = [
  undefined,
  null,
  5,
  10n,
  "x",
  "x".repeat(10_000),
  Symbol("x"),
  {},
  [],
  () => 1,
  noText,
];

/** Nothing but an error of the list may be thrown; a valid answer would be worse than either. */
async function outcomeOf(act: () => unknown): Promise<unknown> {
  try {
    const result = (await act()) as { valid?: unknown } | undefined;
    return result?.valid === true ? "taken for valid" : "answered";
  } catch (error) {
    return error instanceof CountersignError ? "refused" : error;
  }
}

async function expectTyped(act: (odd: never) => unknown): Promise<void> {
  for (const odd of ODD) expect(["answered", "refused"]).toContain(await outcomeOf(() => act(odd as never)));
}

describe("without a key at hand", () => {
  const acts: [string, (odd: never) => unknown][] = [
    [
      "Secret.generate",
      (odd) => {
        Secret.generate(odd).dispose();
      },
    ],
    ["Secret.fromBase32", (odd) => Secret.fromBase32(odd)],
    ["Secret.fromHex", (odd) => Secret.fromHex(odd)],
    ["Secret.fromBytes", (odd) => Secret.fromBytes(odd)],
    ["new Totp", (odd) => new Totp(odd)],
    ["new Totp, its secret", (odd) => new Totp({ secret: odd })],
    ["new Hotp", (odd) => new Hotp(odd)],
    ["new SealedSecret", (odd) => new SealedSecret(odd)],
    ["new SealedTotp", (odd) => new SealedTotp(odd)],
    ["parseUri", (odd) => parseUri(odd)],
    ["parseMigration", (odd) => parseMigration(odd)],
    ["parseMigration, one of its texts", (odd) => parseMigration([odd])],
    ["formatMigration", (odd) => formatMigration(odd)],
    ["formatMigration, one of its accounts", (odd) => formatMigration([odd])],
    ["QrCode.encode, its level", (odd) => QrCode.encode("x", { level: odd })],
    ["QrCode.encode, its margin", (odd) => QrCode.encode("x", { margin: odd })],
    ["QrCode.toSvg, its label", (odd) => QrCode.encode("x").toSvg({ label: odd })],
    ["BackupCodes.generate, its key", (odd) => BackupCodes.generate({ count: 1, hashKey: odd })],
    ["BackupCodes.verify, its set", (odd) => BackupCodes.verify(UNKNOWN_CODE, odd)],
    ["BackupCodes.verify, its code", (odd) => BackupCodes.verify(odd, UNKNOWN_SET)],
    ["normalizeCode", (odd) => normalizeCode(odd)],
    ["findCode", (odd) => findCode(odd)],
  ];
  test.each(acts)("%s", async (_, act) => {
    await expectTyped(act);
  });

  test("QrCode.encode takes any text and nothing else", async () => {
    for (const odd of ODD)
      expect(await outcomeOf(() => QrCode.encode(odd as string))).toBe(odd === "x" ? "answered" : "refused");
  });
});

/** Makes a Totp with some odd option. */
const totpWith = (options: object) => {
  withSecret(RFC_KEYS.SHA1, (secret) => {
    new Totp({ secret, ...options }).dispose();
  });
};

describe("with a key", () => {
  let sealed: SealedSecret;

  beforeAll(async () => {
    sealed = await Secret.fromText(RFC_KEYS.SHA1).seal();
  });

  /** Makes both kinds for one act, and disposes of them. */
  const withBoth = (act: (totp: Totp, hotp: Hotp) => unknown) =>
    withSecret(RFC_KEYS.SHA1, (secret) => {
      const [totp, hotp] = [new Totp({ secret }), new Hotp({ secret })];
      try {
        return act(totp, hotp);
      } finally {
        totp.dispose();
        hotp.dispose();
      }
    });

  const acts: [string, (odd: never) => unknown][] = [
    [
      "new Totp, its algorithm",
      (odd) => {
        totpWith({ algorithm: odd });
      },
    ],
    [
      "new Totp, its encoder",
      (odd) => {
        totpWith({ encoder: odd });
      },
    ],
    [
      "new Totp, its issuer",
      (odd) => {
        totpWith({ issuer: odd });
      },
    ],
    ["Totp.generate, its time", (odd) => withBoth((totp) => totp.generate({ time: odd }))],
    ["Totp.verify", (odd) => withBoth((totp) => totp.verify(odd))],
    ["Totp.verify, its time", (odd) => withBoth((totp) => totp.verify("x", { time: odd }))],
    ["Totp.verify, its window", (odd) => withBoth((totp) => totp.verify("x", { window: odd }))],
    ["Totp.verify, its state", (odd) => withBoth((totp) => totp.verify("x", { state: odd }))],
    ["Hotp.generate", (odd) => withBoth((_, hotp) => hotp.generate(odd))],
    ["Hotp.verify", (odd) => withBoth((_, hotp) => hotp.verify(odd, { counter: 0n }))],
    ["Hotp.verify, its options", (odd) => withBoth((_, hotp) => hotp.verify("x", odd))],
    ["Hotp.toUri", (odd) => withBoth((_, hotp) => hotp.toUri(odd))],
    ["Secret.seal", (odd) => Secret.fromText("key").seal(odd)],
    ["new SealedTotp, its algorithm", (odd) => new SealedTotp({ secret: sealed, algorithm: odd })],
    ["SealedTotp, its encoder", (odd) => new SealedTotp({ secret: sealed, encoder: odd }).generate()],
    ["SealedTotp.verify", (odd) => new SealedTotp({ secret: sealed }).verify(odd)],
    ["SealedTotp.verify, its state", (odd) => new SealedTotp({ secret: sealed }).verify("x", { state: odd })],
  ];
  test.each(acts)("%s", async (_, act) => {
    await expectTyped(act);
  });
});
