import { describe, expect, test } from "@jest/globals";
import { BackupCodes, type BackupCodeSet } from "countersign";
import { rejection } from "./judge.js";
import { expectsNothingKept } from "./leaks.js";
import { UNKNOWN_CODE, UNKNOWN_SET } from "./stored-set.js";

expectsNothingKept();

describe("a stored set that is damaged", () => {
  const damages: [string, (set: BackupCodeSet) => unknown][] = [
    ["nothing", () => undefined],
    ["text", () => "set"],
    ["another version", (set) => ({ ...set, version: 2 })],
    ["fewer rounds", (set) => ({ ...set, iterations: 1 })],
    ["more rounds than anybody waits for", (set) => ({ ...set, iterations: 2 ** 40 })],
    ["no codes", (set) => ({ ...set, codes: [] })],
    ["too many codes", (set) => ({ ...set, codes: Array.from({ length: 21 }, () => set.codes[0]) })],
    ["a salt that is cut", (set) => ({ ...set, salt: set.salt.slice(1) })],
    ["a salt that is not base 64", (set) => ({ ...set, salt: "*".repeat(24) })],
    ["a hash that is cut", (set) => ({ ...set, codes: [{ hash: "AAAA", used: false }] })],
    ["a hash that is missing", (set) => ({ ...set, codes: [{ used: false }] })],
    ["no word on use", (set) => ({ ...set, codes: [{ hash: set.codes[0]?.hash }] })],
  ];
  test.each(damages)("is refused: %s", async (_, damage) => {
    const damaged = damage(UNKNOWN_SET) as BackupCodeSet;
    expect(await rejection(BackupCodes.verify(UNKNOWN_CODE, damaged))).toBe("invalid-backup-set");
  });
});
