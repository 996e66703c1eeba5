import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, jest, test } from "@jest/globals";
import { read, root } from "./repository.js";
import { packed, patience } from "./tarball.js";

jest.setTimeout(patience);

interface Budget {
  /** Bytes, brotli: what a page downloads for `import * as countersign from "countersign"`, bundled and minified. */
  readonly core: { readonly wasm: number; readonly javascript: number };
  /** Bytes of the packed tarball, and of its files. */
  readonly tarball: { readonly packed: number; readonly unpacked: number };
}

const budget = JSON.parse(read("tests/package/budget.json")) as Budget;
let core: Budget["core"];
beforeAll(() => {
  // In a process of its own: the bundler's native half does not take values of Jest's realm.
  const measure = join(root, "tests/package/entry-size.mjs");
  const report = execFileSync(process.execPath, [measure, join(root, "dist/core/index.js")], {
    encoding: "utf8",
  });
  core = JSON.parse(report) as Budget["core"];
});

test("a page downloads no more than the budget for the core", () => {
  expect(core.wasm).toBeLessThanOrEqual(budget.core.wasm);
  expect(core.javascript).toBeLessThanOrEqual(budget.core.javascript);
});

test("the budget allows no more than 50 kB together, and less than a tenth of slack", () => {
  expect(budget.core.wasm + budget.core.javascript).toBeLessThanOrEqual(50_000);
  expect(core.wasm).toBeGreaterThan(budget.core.wasm * 0.9);
  expect(core.javascript).toBeGreaterThan(budget.core.javascript * 0.9);
});

test("README.md states the sizes as they are", () => {
  const [, wasm = "", javascript = ""] =
    /`core\.wasm` ([\d.]+) kB and ([\d.]+) kB of JavaScript/.exec(read("README.md")) ?? [];
  expect(Number(wasm)).toBeCloseTo(core.wasm / 1000, 0);
  expect(Number(javascript)).toBeCloseTo(core.javascript / 1000, 0);
});

test(
  "the tarball is no larger than its budget",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "countersign-budget-"));
    try {
      const { size, unpackedSize } = packed(folder);
      expect(size).toBeLessThanOrEqual(budget.tarball.packed);
      expect(unpackedSize).toBeLessThanOrEqual(budget.tarball.unpacked);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  patience,
);
