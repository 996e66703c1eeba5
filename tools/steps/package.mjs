// The package's TypeScript: web/ to dist/, modules and their types.
import { mkdtemp, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { ROOT } from "../machine/places.mjs";
import { filesBelow, mirror, putFile } from "./files.mjs";
import { step } from "./step.mjs";
import { tsc } from "./tsc.mjs";

const WASM = /^core\/core\.(wasm|js|d\.ts)$/;
const ENTRIES = ["index", "node", "workerd", "for-tests"];

export function buildPackage({ env }) {
  const compilers = ["typescript", "rolldown"].map((name) => `node_modules/${name}/package.json`);
  const inputs = ["web", "tsconfig.base.json", "dist/core/core.d.ts", ...compilers];
  const outputs = ["dist/core/index.js", "dist/core/index.d.ts", "dist/core/node.js"];
  return step({ name: "package", inputs, outputs }, async () => {
    const made = await mkdtemp(join(ROOT, "build/package-"));
    try {
      const [modules, ready] = [join(made, "modules"), join(made, "ready")];
      await tsc(["-p", "web/tsconfig.json", "--outDir", modules], env);
      await joinModules(modules, ready);
      // The compiler does not copy the types that are written by hand.
      for (const folder of [modules, join(ROOT, "web")])
        for (const file of await filesBelow(folder))
          if (file.endsWith(".d.ts")) await putFile(file, join(ready, relative(folder, file)));
      await mirror(ready, join(ROOT, "dist"), (file) => WASM.test(file));
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  });
}

/**
 * The modules as few files: a process that makes one code reads them in a third of the time, and a page without a
 * bundler asks for four files instead of forty. core.js stays on its own, beside the core.wasm that it belongs to.
 */
async function joinModules(modules, ready) {
  // Here, because a machine that only prepares itself has no packages yet.
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown({
    input: Object.fromEntries(ENTRIES.map((name) => [name, join(modules, "core", `${name}.js`)])),
    external: [/core\.js$/, /core\.wasm$/, /^node:/],
    platform: "neutral",
  });
  await bundle.write({
    dir: join(ready, "core"),
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    codeSplitting: {
      groups: [{ name: "shared", test: (id) => !ENTRIES.some((name) => id.endsWith(`/${name}.js`)) }],
    },
  });
  await bundle.close();
}
