// "countersign" for Node, whose fetch does not read files; Deno and Bun take this entry too.
import { readFile } from "node:fs/promises";
import { fetchModule } from "./fetch-module.js";
import type { Init } from "./init-options.js";
import { compile, createInit, loadFailed } from "./init.js";

export * from "./public.js";

/**
 * Starts the core; to be awaited before anything else is called. Calling it again does nothing.
 *
 * @param options - where core.wasm is, where not beside this module
 * @throws CountersignError "wasm-load-failed", which explains itself; the next call tries again
 */
export const init: Init = createInit({
  fromUrl: (url) => (isFile(url) ? readModule(new URL(url)) : fetchModule(url)),
  own: () => readModule(new URL("./core.wasm", import.meta.url)),
});

function isFile(url: string | URL): boolean {
  return String(url).startsWith("file:");
}

async function readModule(url: URL): Promise<WebAssembly.Module> {
  const bytes = await readFile(url).catch((cause: unknown) => {
    throw loadFailed(
      `${url.href}: cannot be read. Bundled servers must keep the package external or copy it.`,
      cause,
    );
  });
  return await compile(bytes, url.href);
}
