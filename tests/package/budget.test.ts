import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { entrySize, filesOf } from "./entry-size.mjs";
import { read, root } from "./repository.js";
import { packed } from "./tarball.js";

interface Budget {
  /** Bytes, brotli: what a page downloads for `import "countersign"`, neither bundled nor minified. */
  readonly core: { readonly wasm: number; readonly javascript: number; readonly together: number };
  /** Bytes of the packed tarball, and of its files. */
  readonly tarball: { readonly packed: number; readonly unpacked: number };
}

const budget = JSON.parse(read("tests/package/budget.json")) as Budget;
const entry = join(root, "dist/core/index.js");

test("a page downloads no more than the budget for the core", () => {
  const { wasm, javascript } = entrySize(entry);
  expect(wasm).toBeLessThanOrEqual(budget.core.wasm);
  expect(javascript).toBeLessThanOrEqual(budget.core.javascript);
  expect(wasm + javascript).toBeLessThanOrEqual(budget.core.together);
  expect(budget.core.together).toBeLessThanOrEqual(50_000);
});

test("the size counts the module, its WASM and the glue between them", () => {
  const names = filesOf(entry).map((file) => file.slice(root.length + 1));
  expect(names).toEqual(
    expect.arrayContaining(["dist/core/index.js", "dist/core/core.wasm", "dist/core/core.js"]),
  );
});

test("the tarball is no larger than its budget", () => {
  const folder = mkdtempSync(join(tmpdir(), "countersign-budget-"));
  try {
    const { size, unpackedSize } = packed(folder);
    expect(size).toBeLessThanOrEqual(budget.tarball.packed);
    expect(unpackedSize).toBeLessThanOrEqual(budget.tarball.unpacked);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
