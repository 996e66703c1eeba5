// Where things are on this machine. What is fetched lives outside of the clone, so that a second clone costs seconds.
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** COUNTERSIGN_CACHE, else countersign in the user's cache folder. */
export function cacheFolder(environment = process.env) {
  if (environment.COUNTERSIGN_CACHE) return resolve(environment.COUNTERSIGN_CACHE);
  return join(environment.XDG_CACHE_HOME || join(homedir(), ".cache"), "countersign");
}

/** The folder of one thing in one version. */
export const cached = (name, version) => join(cacheFolder(), `${name}-${version}`);
