import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { unpack } from "../../../tools/debian/unpack.mjs";

test("a package that is not whole is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-unpack-"));
  const file = join(folder, "cut.deb");
  writeFileSync(file, "!<arch>\ndebian-binary   1410122664  0     0     100644  4         `\n2.0\n");
  await expect(unpack(file, folder)).rejects.toThrow(file);
  rmSync(folder, { recursive: true });
});
