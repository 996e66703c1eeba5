import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { locked } from "../../../tools/machine/lock.mjs";

let folder;
let file;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-lock-"));
  file = join(folder, "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("work below one lock never overlaps", async () => {
  let inside = 0;
  let most = 0;
  const work = () =>
    locked(file, async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 0));
      inside -= 1;
    });
  await Promise.all([work(), work(), work()]);
  expect(most).toBe(1);
});

test("the lock goes when the work fails", async () => {
  await expect(locked(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that has died is taken over", async () => {
  writeFileSync(file, JSON.stringify({ host: hostname(), process: 4242 }));
  expect(await locked(file, async () => "done", { alive: () => false })).toBe("done");
});

test("the lock of a living process is waited for, and the person is told whose it is", async () => {
  const holder = { host: hostname(), process: 4242 };
  writeFileSync(file, JSON.stringify(holder));
  const told = [];
  const onWait = (who) => {
    told.push(who);
    rmSync(file);
  };
  expect(await locked(file, async () => "done", { alive: () => true, onWait })).toBe("done");
  expect(told).toEqual([holder]);
});
