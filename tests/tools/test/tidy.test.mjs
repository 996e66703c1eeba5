import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { contentDigest } from "../../../tools/test/tidy.mjs";

let root;
const write = (name, text) => writeFileSync(join(root, name), text);
const digest = (rules = "rules") => contentDigest("cpp/a.cpp", rules, root);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "countersign-tidy-"));
  mkdirSync(join(root, "cpp"));
  write("cpp/a.cpp", '#include "cpp/a.h"\n#include <vector>\n');
  write("cpp/a.h", '#include "cpp/b.h"\n');
  write("cpp/b.h", '#include "cpp/a.h"\n');
  write("cpp/other.h", "");
});
afterEach(() => rmSync(root, { recursive: true }));

test("a source is checked again when a header changes that it includes by way of another", async () => {
  const before = await digest();
  write("cpp/b.h", "int b;\n");
  expect(await digest()).not.toBe(before);
});

test("a source is checked again when the rules change", async () => {
  expect(await digest("other rules")).not.toBe(await digest());
});

test("a header that it does not include changes nothing", async () => {
  const before = await digest();
  write("cpp/other.h", "int other;\n");
  expect(await digest()).toBe(before);
});
