import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { mirror } from "../../../tools/steps/files.mjs";
import { digestOf } from "../../../tools/steps/step.mjs";

let root;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "countersign-files-"));
  mkdirSync(join(root, "from/deep"), { recursive: true });
  writeFileSync(join(root, "from/a.js"), "a");
  writeFileSync(join(root, "from/deep/b.js"), "b");
});
afterEach(() => rmSync(root, { recursive: true }));

const digest = (key) => digestOf(["from"], key, root);

test("a touched file changes nothing, and content, a name or a flag does", async () => {
  const before = await digest([]);
  utimesSync(join(root, "from/a.js"), new Date(0), new Date(0));
  expect(await digest([])).toBe(before);
  expect(await digest(["--flag"])).not.toBe(before);
  writeFileSync(join(root, "from/a.js"), "c");
  const changed = await digest([]);
  expect(changed).not.toBe(before);
  writeFileSync(join(root, "from/c.js"), "");
  expect(await digest([])).not.toBe(changed);
});

test("a mirrored folder loses what its source has lost, and keeps what is asked for", async () => {
  mkdirSync(join(root, "to"));
  writeFileSync(join(root, "to/old.js"), "old");
  writeFileSync(join(root, "to/core.wasm"), "wasm");
  await mirror(join(root, "from"), join(root, "to"), (file) => file === "core.wasm");
  expect(existsSync(join(root, "to/old.js"))).toBe(false);
  expect(readFileSync(join(root, "to/core.wasm"), "utf8")).toBe("wasm");
  expect(readFileSync(join(root, "to/deep/b.js"), "utf8")).toBe("b");
});

test("a mirrored file that is equal is not written again", async () => {
  await mirror(join(root, "from"), join(root, "to"));
  utimesSync(join(root, "to/a.js"), new Date(0), new Date(0));
  await mirror(join(root, "from"), join(root, "to"));
  expect(statSync(join(root, "to/a.js")).mtimeMs).toBe(0);
});
