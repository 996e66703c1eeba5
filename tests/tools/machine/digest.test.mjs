import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { checkDigest } from "../../../tools/machine/digest.mjs";

// FIPS 180-4 example: SHA-256 of "abc".
const ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

test("a file with the pinned hash is taken, and another is refused with both hashes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-digest-"));
  const file = join(folder, "source.tar.bz2");
  writeFileSync(file, "abc");
  await expect(checkDigest(file, ABC)).resolves.toBeUndefined();
  const other = ABC.replace("ba", "ab");
  await expect(checkDigest(file, other)).rejects.toThrow(
    `${file} has SHA-256 ${ABC}, and ${other} is pinned: not used`,
  );
  rmSync(folder, { recursive: true });
});
