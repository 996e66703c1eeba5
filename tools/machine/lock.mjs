// One at a time in one cache: a lock file with the process that holds it.
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const POLL_MS = 200;

/** Runs `act` while no other process holds `file`. A lock whose process has died is taken over. */
export async function locked(file, act, { onWait = () => {}, alive = isAlive } = {}) {
  await mkdir(dirname(file), { recursive: true });
  const mine = JSON.stringify({ host: hostname(), process: process.pid });
  for (let waited = false; ;) {
    try {
      await writeFile(file, mine, { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = await read(file);
    if (holder && holder.host === hostname() && !alive(holder.process)) {
      await takeAway(file);
      continue;
    }
    if (!waited) onWait(holder);
    waited = true;
    await wait(POLL_MS);
  }
  try {
    return await act();
  } finally {
    await rm(file, { force: true });
  }
}

// Two waiters can both see a dead holder. The one that comes second would move a living lock; the work below a lock
// goes to a temporary name and is renamed, so that this costs time and nothing else.
async function takeAway(file) {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => {});
  await rm(aside, { force: true });
}

async function read(file) {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined; // just released, or not written yet: look again
  }
}

export function isAlive(number) {
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
