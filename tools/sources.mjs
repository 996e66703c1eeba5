// Sources of the libraries that are compiled in, and of GoogleTest: the table is in versions.mjs.
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

import { fetchPackages, fetchSource, privateApt, unpack } from "./apt.mjs";
import { cached, verify } from "./cache.mjs";
import { run } from "./run.mjs";
import { SOURCES } from "./versions.mjs";

/** @returns the source folder of each library, by name */
export async function sources() {
  const folders = await Promise.all(SOURCES.map(async (source) => [source.name, await sourceOf(source)]));
  return Object.fromEntries(folders);
}

function sourceOf(source) {
  return cached(source.name, source.version, async (temporary) => {
    const packages = join(temporary, "packages");
    await mkdir(packages);
    const apt = await privateApt("trixie", `${source.name} ${source.version}`);
    if (source.debianSource) await fetchSource(apt, source.debianSource, packages);
    else await fetchPackages(apt, [source.debianPackage], packages);

    const file = join(packages, source.file);
    await verify(file, source.sha256);
    if (source.debianSource) await run("tar", ["-xf", file, "-C", temporary]);
    else await unpack(file, temporary);
    await rm(packages, { recursive: true });
    await lift(join(temporary, source.folder), temporary);
    return "hash verified";
  });
}

/** Moves what is in `inner` up to `folder`, so that the cache folder is the source folder. */
async function lift(inner, folder) {
  const aside = `${folder}.lift`;
  await rename(inner, aside);
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true });
  for (const name of await readdir(aside)) await rename(join(aside, name), join(folder, name));
  await rm(aside, { recursive: true });
}
