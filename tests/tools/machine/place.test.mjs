import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { place } from "../../../tools/machine/place.mjs";
import { ROOT } from "../../../tools/machine/places.mjs";

let cache;
beforeEach(() => (cache = mkdtempSync(join(tmpdir(), "countersign-cache-"))));
afterEach(() => rmSync(cache, { recursive: true }));

const fill = (text) => async (part) => writeFileSync(join(part, "file"), text);

test("a folder is filled once and then taken as it is", async () => {
  const folder = join(cache, "thing-1");
  await place(folder, fill("first"));
  await place(folder, fill("second"));
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("first");
  expect(readdirSync(cache)).toEqual(["thing-1"]);
});

test("a filling that fails leaves nothing, and can be repeated", async () => {
  const folder = join(cache, "thing-1");
  const failing = async (part) => {
    await fill("half")(part);
    throw new Error("the network is gone");
  };
  await expect(place(folder, failing)).rejects.toThrow("the network is gone");
  expect(readdirSync(cache)).toEqual([]);
  await place(folder, fill("whole"));
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("whole");
});

test("a folder that does not work at its place goes again", async () => {
  const check = () => Promise.reject(new Error("it does not run"));
  await expect(place(join(cache, "thing-1"), fill("broken"), { check })).rejects.toThrow("it does not run");
  expect(readdirSync(cache)).toEqual([]);
});

test("a process that is killed while it fills leaves no folder, and its leftovers go", async () => {
  const folder = join(cache, "thing-1");
  const script = `
    import { writeFileSync } from "node:fs";
    import { place } from ${JSON.stringify(join(ROOT, "tools/machine/place.mjs"))};
    await place(process.argv[1], (part) => {
      writeFileSync(part + "/file", "half");
      process.stdout.write("filling");
      return new Promise(() => setInterval(() => {}, 1000));
    });`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, folder]);
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "close");
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(cache)).toEqual(["thing-1.lock", `thing-1.part-${child.pid}`]);

  await place(folder, fill("whole"));
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("whole");
  expect(readdirSync(cache)).toEqual(["thing-1"]);
});

test("two at once fill once", async () => {
  const folder = join(cache, "thing-1");
  let times = 0;
  const counting = async (part) => {
    times += 1;
    await fill("whole")(part);
  };
  await Promise.all([place(folder, counting), place(folder, counting)]);
  expect(times).toBe(1);
});

test("another thing's leftovers are left alone", async () => {
  mkdirSync(join(cache, "thing-12.part-1"));
  await place(join(cache, "thing-1"), fill("whole"));
  expect(readdirSync(cache).sort()).toEqual(["thing-1", "thing-12.part-1"]);
});
