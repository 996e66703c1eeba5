import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

/** All files in a folder and below it; the file itself for a file; none for what does not exist. */
export async function filesBelow(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Puts a file in its place whole: a reader sees the old one or the new one. An equal one is left alone. */
export async function putFile(from, to) {
  const [wanted, present] = await Promise.all([readFile(from), readFile(to).catch(() => undefined)]);
  if (present?.equals(wanted)) return;
  await mkdir(dirname(to), { recursive: true });
  const temporary = `${to}.part-${process.pid}`;
  await copyFile(from, temporary);
  await rename(temporary, to);
}

/** Makes `to` equal to `from`; what is only in `to` goes, save what `keep` accepts by its relative path. */
export async function mirror(from, to, keep = () => false) {
  const wanted = new Set((await filesBelow(from)).map((file) => relative(from, file)));
  for (const file of wanted) await putFile(join(from, file), join(to, file));
  for (const file of await filesBelow(to)) {
    const name = relative(to, file);
    if (!wanted.has(name) && !keep(name)) await rm(file);
  }
}
