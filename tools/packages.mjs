// The npm packages, exactly as the lock file says. None of them needs an install script.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { fingerprint } from "./cache.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { begin, Unavailable } from "./say.mjs";

export async function packages() {
  const stamp = join(root, "node_modules", ".countersign-lock");
  const wanted = await fingerprint([join(root, "package-lock.json")], process.version);
  if ((await readFile(stamp, "utf8").catch(() => "")) === wanted) return;
  const done = begin("npm packages");
  await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
  }).catch((error) => {
    throw new Unavailable("The npm packages", error.message, "npm ci --ignore-scripts");
  });
  await writeFile(stamp, wanted);
  done();
}
