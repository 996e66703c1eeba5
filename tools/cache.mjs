// Where fetched things are kept: one folder per name and version, shared by every clone of this user.
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { clearInterval, setInterval } from "node:timers";
import { setTimeout as wait } from "node:timers/promises";

import { begin } from "./say.mjs";

export function cacheFolder(env = process.env) {
  return env.COUNTERSIGN_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "countersign");
}

export async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/**
 * The folder `<name>-<version>`, made by `fill(temporaryFolder)` where it is missing.
 * It appears under its name only when it is whole; an interruption leaves a temporary name that the next run removes.
 */
export async function cached(name, version, fill) {
  const folder = join(cacheFolder(), `${name}-${version}`);
  if (await exists(folder)) return folder;
  return locked(`${name}-${version}`, async () => {
    if (await exists(folder)) return folder;
    const done = begin(`${name} ${version}`);
    const temporary = `${folder}.partial-${randomUUID().slice(0, 8)}`;
    await mkdir(temporary, { recursive: true });
    try {
      const result = await fill(temporary, folder);
      await rename(temporary, folder);
      done(result);
    } catch (error) {
      await rm(temporary, { recursive: true, force: true });
      throw error;
    }
    return folder;
  });
}

const STALE_AFTER = 60_000;

/** One process at a time; a lock whose holder is gone is taken over a minute after its last sign of life. */
export async function locked(name, work) {
  const path = join(cacheFolder(), `${name}.lock`);
  await mkdir(cacheFolder(), { recursive: true });
  for (;;) {
    try {
      await (await open(path, "wx")).close();
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const age =
        Date.now() -
        (await stat(path).then(
          (file) => file.mtimeMs,
          () => Date.now(),
        ));
      if (age > STALE_AFTER) await rm(path, { force: true });
      else await wait(300);
    }
  }
  const alive = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined); // the lock is ours; a missed beat is made up by the next
  }, 5_000);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    await rm(path, { force: true });
  }
}

export async function sha256(file) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

/** Refuses a file that is not the one we pinned, and removes it. */
export async function verify(file, expected) {
  const actual = await sha256(file);
  if (actual === expected) return;
  await rm(file, { force: true });
  throw new Error(`${file}: SHA-256 is ${actual}, expected ${expected}. The file was removed.`);
}

/** One hash over the contents of files, to know whether what was built from them is still right. */
export async function fingerprint(files, extra = "") {
  const hash = createHash("sha256").update(extra);
  for (const file of files) {
    hash.update(`${file}\0`);
    hash.update(await readFile(file).catch(() => ""));
    hash.update("\0");
  }
  return hash.digest("hex");
}
