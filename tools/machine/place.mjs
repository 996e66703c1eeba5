// A folder of the cache is there whole or not at all: it is filled under a temporary name and renamed.
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { locked } from "./lock.mjs";
import { say } from "./say.mjs";

/**
 * Makes sure that `folder` exists, by `fill(temporary)` where it does not.
 *
 * `check(folder)` runs after the renaming, for what only works at its place; where it throws, the folder goes again.
 */
export async function place(folder, fill, { check = async () => {} } = {}) {
  if (existsSync(folder)) return folder;
  const name = basename(folder);
  return locked(
    `${folder}.lock`,
    async () => {
      if (existsSync(folder)) return folder;
      await sweep(folder);
      const temporary = `${folder}.part-${process.pid}`;
      await mkdir(temporary, { recursive: true });
      try {
        await fill(temporary);
        await rename(temporary, folder);
      } finally {
        await rm(temporary, { recursive: true, force: true });
      }
      try {
        await check(folder);
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      return folder;
    },
    { onWait: (holder) => say(name, `waiting for process ${holder?.process ?? "?"}, which is at it`) },
  );
}

/** What an interrupted run has left. */
async function sweep(folder) {
  const parent = dirname(folder);
  for (const entry of await readdir(parent))
    if (entry.startsWith(`${basename(folder)}.part-`))
      await rm(join(parent, entry), { recursive: true, force: true });
}
