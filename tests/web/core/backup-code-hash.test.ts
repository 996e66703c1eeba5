import { describe, expect, test } from "@jest/globals";
import { BackupCodes, type HashKey } from "countersign";
import { rejection } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";
import { stored, UNKNOWN_CODE, UNKNOWN_SET } from "./stored-set.js";

expectsNothingKept();

const HASH_KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);

describe("a key of the server's", () => {
  test("is refused where it is short, or none", async () => {
    const keys: [unknown, string][] = [
      [new Uint8Array(15), "invalid-hash-key"],
      [{}, "key-refused"],
      ["key", "key-refused"],
    ];
    for (const [hashKey, code] of keys)
      expect(await rejection(BackupCodes.generate({ count: 1, hashKey: hashKey as HashKey }))).toBe(code);
  });

  test("is needed to check what was made with it", async () => {
    const { codes, set } = await BackupCodes.generate({ count: 1, hashKey: HASH_KEY });
    expect(set.keyed).toBe(true);
    expect((await BackupCodes.verify(codes[0], stored(set), { hashKey: HASH_KEY })).valid).toBe(true);
    expect(await BackupCodes.verify(codes[0], set, { hashKey: OTHER_KEY })).toEqual({
      valid: false,
      reason: "unknown",
    });
    expect(await rejection(BackupCodes.verify(codes[0], set))).toBe("invalid-hash-key");
  });

  test("is refused where the set was made without", async () => {
    expect(await rejection(BackupCodes.verify(UNKNOWN_CODE, UNKNOWN_SET, { hashKey: HASH_KEY }))).toBe(
      "invalid-hash-key",
    );
  });

  test("may be a CryptoKey that nobody can read", async () => {
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", HASH_KEY, hmac, false, ["sign"]);
    const { codes, set } = await BackupCodes.generate({ count: 1, hashKey: key });
    expect((await BackupCodes.verify(codes[0], set, { hashKey: HASH_KEY })).valid).toBe(true);
    const mute = await crypto.subtle.importKey("raw", HASH_KEY, hmac, false, ["verify"]);
    expect(await rejection(BackupCodes.verify(codes[0], set, { hashKey: mute }))).toBe("key-refused");
  });
});
