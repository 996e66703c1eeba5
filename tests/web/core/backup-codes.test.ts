import { describe, expect, test } from "@jest/globals";
import { BackupCodes } from "countersign";
import fc from "fast-check";
import { rejection } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";
import { stored, UNKNOWN_SET } from "./stored-set.js";

expectsNothingKept();

const HASH_KEY = new Uint8Array(32).fill(7);

describe("generate", () => {
  test("T14 T23 T24 gives ten codes of fourteen random characters and a check character", async () => {
    const { codes } = await BackupCodes.generate();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){2}$/);
  });

  test("T14 T16 T22 stores no code, but hashes with a salt of 16 bytes and 100,000 rounds", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 2 });
    const json = JSON.stringify(set);
    for (const code of codes) {
      expect(json).not.toContain(code);
      expect(json).not.toContain(code.replaceAll("-", ""));
    }
    expect(set).toMatchObject({ version: 1, mode: "list", iterations: 100_000, keyed: false });
    expect(Buffer.from(set.salt, "base64")).toHaveLength(16);
    expect(set.codes.map(({ hash, used }) => [Buffer.from(hash, "base64").length, used])).toEqual([
      [32, false],
      [32, false],
    ]);
  });

  test("salts every set anew", async () => {
    const sets = await Promise.all([BackupCodes.generate({ count: 1 }), BackupCodes.generate({ count: 1 })]);
    expect(sets[0].set.salt).not.toBe(sets[1].set.salt);
  });

  test.each([0, 21, -1, 1.5, Number.NaN, "10"])("refuses to make %p codes", async (count) => {
    expect(await rejection(BackupCodes.generate({ count: count as number }))).toBe("invalid-backup-code");
  });

  test("refuses without Web Crypto rather than make codes that can be guessed", async () => {
    const crypto = Object.getOwnPropertyDescriptor(globalThis, "crypto") ?? {};
    Object.defineProperty(globalThis, "crypto", { configurable: true, value: undefined });
    try {
      expect(await rejection(BackupCodes.generate())).toBe("entropy-unavailable");
    } finally {
      Object.defineProperty(globalThis, "crypto", crypto);
    }
  });
});

describe("verify", () => {
  test("T4 T14 T21 takes each code once and says how many are left", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 3 });
    let current = set;
    for (const [index, code] of codes.entries()) {
      const result = await BackupCodes.verify(code, stored(current));
      expect(result).toMatchObject({ valid: true, left: 2 - index });
      if (result.valid) current = result.set;
      expect(await BackupCodes.verify(code, stored(current))).toEqual({ valid: false, reason: "used" });
    }
  });

  test("changes nothing in the set that was passed in", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 2 });
    const before = JSON.stringify(set);
    await BackupCodes.verify(codes[0], set);
    expect(JSON.stringify(set)).toBe(before);
  });

  test("forgives case, spaces, dashes and look-alikes", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 1 });
    const [code = ""] = codes;
    const plain = code.replaceAll("-", "");
    const fullWidth = Array.from(plain, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join(
      "",
    );
    const written = [code.toLowerCase(), plain, ` ${plain.match(/.{1,3}/g)?.join(" ") ?? ""}\n`, fullWidth];
    const alike = plain.replaceAll("0", "O").replaceAll("1", "l").replaceAll("V", "u");
    for (const entry of [...written, alike]) expect((await BackupCodes.verify(entry, set)).valid).toBe(true);
  });

  test("finds every single wrong character and every swap before it costs an attempt", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 1 });
    const letters = Array.from((codes[0] ?? "").replaceAll("-", ""));
    for (const [place, right] of letters.entries()) {
      const wrong = right === "7" ? "8" : "7";
      const entry = letters.with(place, wrong).join("");
      expect(await BackupCodes.verify(entry, set)).toMatchObject({ valid: false, reason: "mistyped" });
      const next = letters[place + 1];
      if (next === undefined || next === right) continue;
      const swapped = letters
        .with(place, next)
        .with(place + 1, right)
        .join("");
      expect(await BackupCodes.verify(swapped, set)).toMatchObject({ valid: false, reason: "mistyped" });
    }
  });

  test("tells a code of somebody else's from a mistyped one", async () => {
    const [mine, other] = await Promise.all([
      BackupCodes.generate({ count: 2 }),
      BackupCodes.generate({ count: 1 }),
    ]);
    expect(await BackupCodes.verify(other.codes[0], mine.set)).toEqual({ valid: false, reason: "unknown" });
  });

  test.each([
    "",
    "123456",
    "ABCDE-FGHJK",
    "é".repeat(15),
    "A".repeat(1_000_000),
    undefined,
    null,
    5,
    {},
    ["A"],
  ])("answers that %p is malformed", async (entry) => {
    expect(await BackupCodes.verify(entry, UNKNOWN_SET)).toEqual({ valid: false, reason: "malformed" });
  });

  test("rejects for no entry, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.string({ unit: "binary" })), async (entry) => {
        expect((await BackupCodes.verify(entry, UNKNOWN_SET)).valid).toBe(false);
      }),
    );
  });

  test("where one look-alike explains the mistake it names the group and the characters", async () => {
    // A, H, J and T look like nothing else, so that only the first character can be to blame.
    const right = "BAHJT-AHJTA-HJTAH";
    expect(await BackupCodes.verify(right, UNKNOWN_SET)).toEqual({ valid: false, reason: "unknown" });
    expect(await BackupCodes.verify(right.replace("B", "8"), UNKNOWN_SET)).toEqual({
      valid: false,
      reason: "mistyped",
      suspicion: { group: 0, typed: "8", meant: "B" },
    });
  });
});

describe("a single emergency code", () => {
  test("R78 T16 is replaced by a new one when it is used, and the old one is known as used", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 1, hashKey: HASH_KEY });
    const first = await BackupCodes.verify(codes[0], stored(set), { hashKey: HASH_KEY });
    expect(first).toMatchObject({
      valid: true,
      left: 1,
      replacement: expect.stringMatching(/^\w{5}-\w{5}-\w{5}$/),
    });
    if (!first.valid) return;
    const options = { hashKey: HASH_KEY };
    expect(await BackupCodes.verify(codes[0], stored(first.set), options)).toEqual({
      valid: false,
      reason: "used",
    });
    const second = await BackupCodes.verify(first.replacement, stored(first.set), options);
    expect(second).toMatchObject({ valid: true, left: 1 });
    expect(second.valid && second.set.codes).toHaveLength(2);
  });
});
