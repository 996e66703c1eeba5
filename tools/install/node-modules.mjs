// The npm packages: installed anew where they are not the ones that package-lock.json names.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { locked } from "../machine/lock.mjs";
import { Missing } from "../machine/missing.mjs";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";
import { say } from "../machine/say.mjs";

/** Runs `npm ci` where it is needed. No package's install script runs. */
export async function nodeModules(root = ROOT) {
  if (await upToDate(root)) return;
  await locked(
    join(root, "build/npm-ci.lock"),
    async () => {
      if (await upToDate(root)) return;
      say("npm packages", "npm ci");
      const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
      try {
        await run("npm", ["ci", ...options], { cwd: root });
      } catch (error) {
        const command = "npm ci --ignore-scripts";
        throw new Missing({ thing: "The npm packages", tried: [error.message], command, cause: error });
      }
      say("npm packages", "ready");
    },
    { onWait: () => say("npm packages", "waiting for another run, which installs them") },
  );
}

async function upToDate(root) {
  const [wanted, present] = await Promise.all([
    packages(join(root, "package-lock.json")),
    packages(join(root, "node_modules/.package-lock.json")), // npm writes it last
  ]);
  return present !== undefined && matches(wanted, present);
}

/**
 * Whether what is installed is what the lock names. Packages for other machines may be absent; where one is there, the
 * folder comes from another machine, by a shared clone or a container's mount, and lacks ours.
 */
export function matches(wanted, present, { platform, arch } = process) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = present[path];
    if (found ? found.version !== entry.version || found.integrity !== entry.integrity : !entry.optional)
      return false;
  }
  return Object.entries(present).every(
    ([path, { os, cpu }]) => path in wanted && isFor(os, platform) && isFor(cpu, arch),
  );
}

/** As npm reads a package's `os` and `cpu`: a list of names, or of names with "!" that are excluded. */
function isFor(names, name) {
  if (!names || names.includes("any")) return true;
  const excluded = names.filter((entry) => entry.startsWith("!"));
  return !excluded.includes(`!${name}`) && (excluded.length === names.length || names.includes(name));
}

async function packages(file) {
  try {
    return JSON.parse(await readFile(file, "utf8")).packages;
  } catch {
    return undefined; // not there, or half written: install
  }
}
