// Everything together: what is missing is fetched, side by side, and the answer is an environment to run things in.
import { delimiter, join } from "node:path";

import { chromium } from "./chromium.mjs";
import { emscripten } from "./emscripten.mjs";
import { packages } from "./packages.mjs";
import { pythonTools } from "./python.mjs";
import { root } from "./root.mjs";
import { ask } from "./run.mjs";
import { Unavailable } from "./say.mjs";
import { sources } from "./sources.mjs";

const OLDEST_NODE = [20, 19];

/** @param wanted which of "wasm", "native" and "browser" will be used; npm packages always are */
export async function toolchain(wanted = ["wasm", "native"]) {
  requireNode(process.versions.node);
  if (wanted.includes("native")) requireCompiler();
  const python = pythonTools();
  const [pythonBin, compiler, folders, browser] = await Promise.all([
    python,
    wanted.includes("wasm") ? python.then(emscripten) : undefined,
    wanted.includes("wasm") || wanted.includes("native") ? sources() : undefined,
    wanted.includes("browser") ? chromium() : undefined,
    packages(),
  ]);
  // tsc is on PATH because emcc calls it for its .d.ts.
  const path = [...(compiler?.path ?? []), pythonBin, join(root, "node_modules", ".bin"), process.env.PATH];
  return {
    pinned: compiler?.pinned ?? true,
    sources: folders ?? {},
    env: {
      ...process.env,
      ...compiler?.env,
      ...(browser ? { COUNTERSIGN_CHROMIUM: browser } : {}),
      PATH: path.join(delimiter),
    },
  };
}

export function requireNode(version) {
  const [major, minor] = version.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Unavailable(`Node ${OLDEST_NODE.join(".")} or newer`, `this is Node ${version}`, "install Node 20.19, 22 or 24");
}

function requireCompiler() {
  const named = process.env.CXX ?? "c++";
  if (ask(named, ["--version"])) return;
  throw new Unavailable("A C++20 compiler", named, "apt-get install g++   (macOS: xcode-select --install)");
}
