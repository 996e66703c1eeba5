// clang-tidy, side by side. What it has passed is remembered by the content that it read.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";
import { cppFiles } from "./cpp-files.mjs";

const DATABASE = "build/tidy";
const PASSED = join(ROOT, "build/tidy/passed");

export const tidySuite = (tools) => ({ name: "clang-tidy", run: () => tidy(tools) });

async function tidy({ env, sourceFlags }) {
  await run("cmake", ["-S", ".", "-B", DATABASE, "-G", "Ninja", ...sourceFlags], { cwd: ROOT, env });
  await mkdir(PASSED, { recursive: true });
  const version = await run("clang-tidy", ["--version"], { env });
  const rules = version + (await readFile(join(ROOT, ".clang-tidy"), "utf8"));
  const queue = (await cppFiles(/\.cpp$/)).filter((file) => file.startsWith("cpp/"));
  const counts = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const stamp = join(PASSED, await contentDigest(file, rules));
      const passed = existsSync(stamp) || (await check(file, env));
      if (passed) await writeFile(stamp, file);
      counts[passed ? "passed" : "failed"] += 1;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return counts;
}

async function check(file, env) {
  try {
    await run("clang-tidy", ["-quiet", "-p", DATABASE, file], { cwd: ROOT, env });
    return true;
  } catch (error) {
    process.stderr.write(`\n--- clang-tidy ---\n${error.output}\n`);
    return false;
  }
}

/** SHA-256 of the rules, a source and every header of ours that it includes, directly or not. */
export async function contentDigest(file, rules, root = ROOT) {
  const seen = new Map();
  const read = async (name) => {
    if (seen.has(name)) return;
    const text = await readFile(join(root, name), "utf8").catch(() => undefined);
    if (text === undefined) return;
    seen.set(name, text);
    for (const [, included] of text.matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
      await read(included);
      await read(join(dirname(name), included));
    }
  };
  await read(file);
  const hash = createHash("sha256").update(rules);
  for (const [name, text] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`\n${name}\n${text}`);
  return hash.digest("hex");
}
