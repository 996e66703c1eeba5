import { join } from "node:path";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";

/** The project's own TypeScript compiler. */
export const tsc = (args, env) =>
  run(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), ...args], { cwd: ROOT, env });
