// Emscripten 3.1.69: the one on PATH, the one that COUNTERSIGN_EMCC names, or Debian 13's, unpacked for us alone.
import { existsSync } from "node:fs";
import { readdir, readFile, realpath, symlink, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { aptObstacle } from "../debian/apt.mjs";
import { apt } from "../debian/shared-state.mjs";
import { unpackAll } from "../debian/unpack.mjs";
import { Missing } from "../machine/missing.mjs";
import { place } from "../machine/place.mjs";
import { cached } from "../machine/places.mjs";
import { find, run } from "../machine/run.mjs";
import { say } from "../machine/say.mjs";
import { EMSCRIPTEN, EMSCRIPTEN_PACKAGES, EMSCRIPTEN_UNUSED } from "../versions.mjs";
import { acceptsNamed, readVersion } from "./emscripten-version.mjs";

const MACHINES = {
  x64: { triplet: "x86_64-linux-gnu", loader: "ld-linux-x86-64.so.2" },
  arm64: { triplet: "aarch64-linux-gnu", loader: "ld-linux-aarch64.so.1" },
};

/**
 * What runs emcc: `bin` for PATH, `env` besides, `exact` when it is the pinned version.
 *
 * @param patchelf - resolves to the program that makes the private unpacking run with its own C library
 * @throws Missing where there is none, Error where COUNTERSIGN_EMCC names one that is too old or too new
 */
export async function emscripten({ patchelf, environment = process.env }) {
  if (environment.COUNTERSIGN_EMCC) return named(environment.COUNTERSIGN_EMCC);
  const onPath = find("emcc", environment.PATH);
  if (
    onPath &&
    !onPath.startsWith(cached("emscripten", EMSCRIPTEN)) &&
    (await versionOf(onPath)) === EMSCRIPTEN
  )
    return { bin: dirname(await realpath(onPath)), env: {}, exact: true, version: EMSCRIPTEN };
  return unpacked(patchelf);
}

async function named(emcc) {
  const file = resolve(emcc);
  const version = await versionOf(file);
  const { warning } = acceptsNamed(file, version);
  if (warning) say("emscripten", warning);
  return { bin: dirname(file), env: {}, exact: version === EMSCRIPTEN, version };
}

async function versionOf(emcc) {
  // The private one leaves its configuration in the environment of what it runs; another must not read it.
  const env = { ...process.env };
  delete env.EM_CONFIG;
  return readVersion(await run(emcc, ["--version"], { env }).catch((error) => error.output ?? ""));
}

async function unpacked(patchelf) {
  const folder = cached("emscripten", EMSCRIPTEN);
  const machine = MACHINES[process.arch];
  if (!existsSync(folder)) {
    const obstacle = !machine || process.platform !== "linux" ? `no build for this machine` : aptObstacle();
    if (obstacle)
      throw new Missing({
        thing: `Emscripten ${EMSCRIPTEN}`,
        tried: [
          "emcc on PATH: none of that version",
          `Debian 13's packages, unpacked privately: ${obstacle}`,
        ],
        command: `emsdk install ${EMSCRIPTEN} && emsdk activate ${EMSCRIPTEN}   (then open the shell that emsdk prepares)`,
      });
  }
  await place(folder, (part) => fill(part, folder, machine, patchelf), { check });
  return {
    bin: binOf(folder),
    env: { EM_CONFIG: join(folder, "em_config") },
    exact: true,
    version: EMSCRIPTEN,
  };
}

const binOf = (folder) => join(folder, "usr/share/emscripten");

async function fill(part, folder, machine, patchelf) {
  say("emscripten", `${EMSCRIPTEN} from Debian 13, unpacked privately`);
  const debian13 = await apt("trixie");
  const version = await debian13.version("emscripten");
  if (!version?.startsWith(EMSCRIPTEN))
    throw new Missing({
      thing: `Emscripten ${EMSCRIPTEN}`,
      tried: ["emcc on PATH: none of that version", `Debian 13 has emscripten ${version ?? "not at all"}`],
      command: `emsdk install ${EMSCRIPTEN} && emsdk activate ${EMSCRIPTEN}`,
    });
  const files = await debian13.download(EMSCRIPTEN_PACKAGES, "emscripten");
  say("emscripten", "unpacking");
  // The largest first, so that the two workers end together.
  files.sort((a, b) => Number(b.includes("/emscripten_")) - Number(a.includes("/emscripten_")));
  await unpackAll(files, part, EMSCRIPTEN_UNUSED);
  await givenOwnLibraries(part, folder, machine, await patchelf);
  await symlink("../nodejs", join(part, "usr/share/emscripten/node_modules")); // else acorn is not found
  await writeFile(join(part, "em_config"), configuration(folder));
}

/** The programs look for Debian 13's C library at its final place, whatever the machine's own is. */
async function givenOwnLibraries(part, folder, { triplet, loader }, patchelf) {
  const libraries = join(folder, "usr/lib", triplet);
  const folders = [join(part, "usr/lib/llvm-19/bin"), join(part, "usr/bin")];
  const programs = new Set();
  for (const bin of folders)
    for (const name of await readdir(bin)) {
      const file = await realpath(join(bin, name)).catch(() => undefined); // links to what was left out
      if (file && (await isDynamicProgram(file))) programs.add(file);
    }
  const path = `${libraries}:${join(folder, "usr/lib/llvm-19/lib")}`;
  const interpreter = join(libraries, loader);
  const options = ["--set-interpreter", interpreter, "--force-rpath", "--set-rpath", path];
  await run(patchelf, [...options, ...programs]);
}

async function isDynamicProgram(file) {
  const bytes = await readFile(file);
  return bytes.subarray(0, 4).toString("latin1") === "\x7fELF" && bytes.includes("/ld-linux");
}

const configuration = (folder) => `LLVM_ROOT = '${folder}/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '${folder}/usr'
NODE_JS = '${process.execPath}'
CACHE = '${folder}/usr/share/emscripten/cache'
FROZEN_CACHE = True
`;

async function check(folder) {
  const emcc = join(binOf(folder), "emcc");
  const env = { ...process.env, EM_CONFIG: join(folder, "em_config") };
  const version = readVersion(await run(emcc, ["--version"], { env }));
  if (version !== EMSCRIPTEN) throw new Error(`${emcc} says that it is ${version}`);
  await run(join(folder, "usr/lib/llvm-19/bin/clang"), ["--version"]);
  await run(join(folder, "usr/bin/wasm-opt"), ["--version"]);
  say("emscripten", `${EMSCRIPTEN} is ready`);
}
