// A step of the build runs when what it reads has changed. Content counts, times do not: a fresh clone, a branch
// switched and switched back, or a touched file cost nothing.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ROOT } from "../machine/places.mjs";
import { say } from "../machine/say.mjs";
import { filesBelow } from "./files.mjs";

const stampOf = (name) => join(ROOT, "build/steps", `${name}.json`);

/**
 * @param inputs - files and folders, from the root
 * @param key - what else decides the result: versions, flags
 * @param outputs - files that must exist, from the root; they count as inputs of the steps after this one
 */
export async function step({ name, inputs, key = [], outputs }, act) {
  const before = await digestOf(inputs, key);
  const stamp = await readFile(stampOf(name), "utf8").catch(() => "");
  if (stamp === before && outputs.every((file) => existsSync(join(ROOT, file)))) return { name, ran: false };
  await rm(stampOf(name), { force: true });
  const started = performance.now();
  await act();
  const absent = outputs.filter((file) => !existsSync(join(ROOT, file)));
  if (absent.length > 0) throw new Error(`${name}: ${absent.join(", ")} was not written`);
  await mkdir(dirname(stampOf(name)), { recursive: true });
  await writeFile(stampOf(name), before);
  say(name, `built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { name, ran: true };
}

/** SHA-256 over names and contents, in the order of the names. */
export async function digestOf(inputs, key = [], root = ROOT) {
  const hash = createHash("sha256").update(JSON.stringify(key));
  const files = (await Promise.all(inputs.map((input) => filesBelow(join(root, input))))).flat();
  for (const file of files.sort()) {
    const content = await readFile(file);
    hash.update(`\n${file.slice(root.length)} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
