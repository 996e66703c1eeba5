// The core and its tests for this machine.
import { availableParallelism } from "node:os";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";

/** Configures and builds; Ninja does only what is needed. */
export async function buildNative({ env, sourceFlags }, { folder, sanitize = false, live = false }) {
  const options = { cwd: ROOT, env, live };
  const flags = [...sourceFlags, `-DCOUNTERSIGN_SANITIZE=${sanitize ? "ON" : "OFF"}`];
  await run("cmake", ["-S", ".", "-B", folder, "-G", "Ninja", ...flags], options);
  await run("cmake", ["--build", folder, "-j", String(availableParallelism())], options);
}
