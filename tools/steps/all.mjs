// The whole build, one at a time in one clone.
import { join } from "node:path";
import { locked } from "../machine/lock.mjs";
import { ROOT } from "../machine/places.mjs";
import { say } from "../machine/say.mjs";
import { buildClient, buildServer } from "./demo.mjs";
import { buildPackage } from "./package.mjs";
import { buildWasm } from "./wasm.mjs";

const STEPS = { wasm: buildWasm, package: buildPackage, server: buildServer, client: buildClient };
export const STEP_NAMES = Object.keys(STEPS);

/** Runs the steps in `only`, in their order; each builds upon the ones before it. */
export async function build(tools, { only = STEP_NAMES, qrencode } = {}) {
  return locked(
    join(ROOT, "build/build.lock"),
    async () => {
      const results = [];
      for (const name of STEP_NAMES)
        if (only.includes(name)) results.push(await STEPS[name](tools, { qrencode }));
      return results;
    },
    { onWait: () => say("build", "waiting for another build in this clone") },
  );
}
