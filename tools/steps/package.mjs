// The package's TypeScript: web/ to dist/, modules and their types.
import { mkdtemp, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { ROOT } from "../machine/places.mjs";
import { filesBelow, mirror, putFile } from "./files.mjs";
import { step } from "./step.mjs";
import { tsc } from "./tsc.mjs";

const WASM = /^core\/core\.(wasm|js|d\.ts)$/;

export function buildPackage({ env }) {
  const inputs = ["web", "tsconfig.base.json", "dist/core/core.d.ts", "node_modules/typescript/package.json"];
  const outputs = ["dist/core/index.js", "dist/core/index.d.ts", "dist/core/node.js"];
  return step({ name: "package", inputs, outputs }, async () => {
    const made = await mkdtemp(join(ROOT, "build/package-"));
    try {
      await tsc(["-p", "web/tsconfig.json", "--outDir", made], env);
      // tsc does not copy the types that are written by hand.
      const web = join(ROOT, "web");
      for (const file of await filesBelow(web))
        if (file.endsWith(".d.ts")) await putFile(file, join(made, relative(web, file)));
      await mirror(made, join(ROOT, "dist"), (file) => WASM.test(file));
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  });
}
