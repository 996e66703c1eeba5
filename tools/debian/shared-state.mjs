// One private apt state per suite and run, shared by all that fetch from it; gone when the run ends.
import { rmSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "../machine/lock.mjs";
import { cacheFolder } from "../machine/places.mjs";
import { Apt } from "./apt.mjs";

const states = new Map();

/** The state of a suite of the machine's own mirror. */
export function apt(suite, options) {
  if (!states.has(suite)) states.set(suite, open(suite, options));
  return states.get(suite);
}

async function open(suite, options) {
  const folder = join(cacheFolder(), `apt-${suite}.part-${process.pid}`);
  await mkdir(cacheFolder(), { recursive: true });
  await sweep();
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  return Apt.open(folder, suite, options);
}

/** What interrupted runs have left. */
async function sweep() {
  for (const entry of await readdir(cacheFolder())) {
    const holder = /^apt-.*\.part-(\d+)$/.exec(entry)?.[1];
    if (holder && !isAlive(Number(holder)))
      await rm(join(cacheFolder(), entry), { recursive: true, force: true });
  }
}
