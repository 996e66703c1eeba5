import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { unlessUnchanged } from "../../../tools/test/unchanged.mjs";

let root;
let runs;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "countersign-unchanged-"));
  runs = 0;
  execFileSync("git", ["init", "-q"], { cwd: root });
  writeFileSync(join(root, ".gitignore"), "build/\ndist/\n");
  writeFileSync(join(root, "a.ts"), "1");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const passing = async () => {
  runs += 1;
  return { passed: 3, failed: 0 };
};

test("a check that has passed is not run again over the same files, and its counts stay", async () => {
  expect(await unlessUnchanged("eslint", passing, root)).toEqual({ passed: 3, failed: 0 });
  expect(await unlessUnchanged("eslint", passing, root)).toMatchObject({ passed: 3, failed: 0 });
  expect(runs).toBe(1);
});

test("a changed file, a new one or other built types make it run again", async () => {
  await unlessUnchanged("eslint", passing, root);
  writeFileSync(join(root, "a.ts"), "2");
  await unlessUnchanged("eslint", passing, root);
  writeFileSync(join(root, "b.ts"), "");
  await unlessUnchanged("eslint", passing, root);
  mkdirSync(join(root, "dist/core"), { recursive: true });
  writeFileSync(join(root, "dist/core/core.d.ts"), "");
  await unlessUnchanged("eslint", passing, root);
  expect(runs).toBe(4);
});

test("one that failed is run again", async () => {
  const failing = async () => ({ passed: 2, failed: ++runs });
  await unlessUnchanged("types", failing, root);
  expect(await unlessUnchanged("types", failing, root)).toEqual({ passed: 2, failed: 2 });
});

test("where there is no clone to compare with, it runs each time", async () => {
  rmSync(join(root, ".git"), { recursive: true });
  await unlessUnchanged("prettier", passing, root);
  await unlessUnchanged("prettier", passing, root);
  expect(runs).toBe(2);
});
