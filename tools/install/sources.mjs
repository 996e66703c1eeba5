// The sources of the libraries that the core is built with, each by its line in versions.mjs.
import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { aptObstacle } from "../debian/apt.mjs";
import { apt } from "../debian/shared-state.mjs";
import { unpack } from "../debian/unpack.mjs";
import { checkDigest } from "../machine/digest.mjs";
import { say } from "../machine/say.mjs";
import { place } from "../machine/place.mjs";
import { cached } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";
import { settle } from "../machine/settle.mjs";
import { SOURCES } from "../versions.mjs";

/**
 * Brings the sources and returns the flags that tell CMake where they are.
 *
 * Where there is no Debian archive, CMake's FetchContent fetches upstream's release instead, and checks its hash.
 */
export async function sources({ tests = true } = {}) {
  const wanted = SOURCES.filter((source) => tests || !source.testsOnly);
  return (await settle(wanted.map(source))).flat();
}

async function source(entry) {
  const folder = cached(entry.name, entry.version);
  if (!existsSync(folder)) {
    const obstacle = aptObstacle();
    if (obstacle) {
      say(entry.name, `${obstacle}: CMake fetches upstream's release`);
      return [];
    }
  }
  await place(folder, (part) => fill(part, entry));
  return [`-DFETCHCONTENT_SOURCE_DIR_${entry.name.toUpperCase()}=${folder}`];
}

// A bare machine has no bzip2 for tar to call; Python, which the bootstrap needs anyway, reads all of them.
const UNTAR = "import sys, tarfile; tarfile.open(sys.argv[1]).extractall(sys.argv[2])";

async function fill(part, entry) {
  const debian13 = await apt("trixie");
  const files = entry.debianSource
    ? await debian13.downloadSource(entry.debianSource, entry.name)
    : await debian13.download([entry.debianPackage], entry.name);
  const file = files.find((path) => basename(path) === entry.file);
  if (!file)
    throw new Error(
      `${entry.name}: Debian 13 has ${files.map((path) => basename(path)).join(", ")}, not ${entry.file}`,
    );
  await checkDigest(file, entry.sha256);
  if (file.endsWith(".deb")) await unpack(file, part);
  else await run("python3", ["-c", UNTAR, file, part]);
  await lift(part, entry.folder);
  say(entry.name, `${entry.version} is ready`);
}

/** Moves what is in a folder below `part` to `part` itself. */
async function lift(part, below) {
  const outer = below.split("/")[0];
  const aside = join(part, `.${outer}`);
  await rename(join(part, outer), aside);
  const inner = join(aside, ...below.split("/").slice(1));
  for (const entry of await readdir(inner)) await rename(join(inner, entry), join(part, entry));
  await rm(aside, { recursive: true });
}
