// A check that only reads need not read again what it has passed. Content counts, times do not.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { digestOf } from "../steps/step.mjs";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";

/** Files that checks read beside ours: what our types are made of. */
const BUILT = ["dist/core", "node_modules/.package-lock.json"];

/** Every file of ours, committed or not, from the root; none where this is no clone. */
async function ourFiles(root) {
  const list = await run("git", ["ls-files", "-coz", "--exclude-standard"], { cwd: root }).catch(() => "");
  return list.split("\0").filter(Boolean);
}

/**
 * The check's counts from when it passed over the very same files, or those of a new run.
 *
 * @param check - gives { passed, failed }
 */
export async function unlessUnchanged(name, check, root = ROOT) {
  const files = await ourFiles(root);
  if (files.length === 0) return check();
  const digest = await digestOf([...files, ...BUILT], [process.version], root);
  const stamp = join(root, "build/test/passed", `${name}.json`);
  const before = JSON.parse(await readFile(stamp, "utf8").catch(() => "{}"));
  if (before.digest === digest) return { ...before.counts, note: "nothing has changed since" };
  const counts = await check();
  if (counts.failed === 0) {
    await mkdir(dirname(stamp), { recursive: true });
    await writeFile(stamp, JSON.stringify({ digest, counts }));
  }
  return counts;
}
