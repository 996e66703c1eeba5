// core.wasm and its glue, from CMakeLists.txt by Emscripten.
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";
import { putFile } from "./files.mjs";
import { digestOf, step } from "./step.mjs";

const FILES = ["core.wasm", "core.js", "core.d.ts"];
const FOLDER = "build/wasm";

/** @param qrencode - folder of another libqrencode to link instead (LGPL-2.1, section 6) */
export async function buildWasm({ env, compiler, sourceFlags }, { qrencode } = {}) {
  const inputs = ["CMakeLists.txt", "cpp", "bindings"];
  const flags = wasmFlags(sourceFlags, qrencode);
  const key = [compiler, flags];
  // Whoever relinks edits the copy and builds again.
  if (qrencode) key.push(await digestOf(["."], [], resolve(qrencode)));
  const outputs = FILES.map((file) => `dist/core/${file}`);
  return step({ name: "core.wasm", inputs, key, outputs }, async () => {
    const options = { cwd: ROOT, env };
    await run("emcmake", ["cmake", "-S", ".", "-B", FOLDER, "-G", "Ninja", ...flags], options);
    await run(
      "cmake",
      ["--build", FOLDER, "--target", "core", "-j", String(availableParallelism())],
      options,
    );
    for (const file of FILES) await putFile(join(ROOT, FOLDER, "core", file), join(ROOT, "dist/core", file));
  });
}

/** What CMake is told of the sources: only what is linked, so that a run with the tests' sources makes the same. */
export function wasmFlags(sourceFlags, qrencode) {
  if (qrencode) return [`-DFETCHCONTENT_SOURCE_DIR_QRENCODE=${resolve(qrencode)}`];
  return sourceFlags.filter((flag) => flag.includes("_QRENCODE="));
}
