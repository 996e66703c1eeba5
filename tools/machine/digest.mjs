import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";

/** SHA-256 of a file, hexadecimal. */
export async function fileDigest(file) {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

export const textDigest = (text) => createHash("sha256").update(text).digest("hex");

/** What came is not what was pinned. */
export class WrongDigest extends Error {
  constructor(file, expected, actual) {
    super(`${file} has SHA-256 ${actual}, and ${expected} is pinned: not used`);
    this.name = "WrongDigest";
  }
}

/** Refuses a file that is not the pinned one. */
export async function checkDigest(file, expected) {
  const actual = await fileDigest(file);
  if (actual !== expected) throw new WrongDigest(file, expected, actual);
}
