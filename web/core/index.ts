// "countersign" for browsers and bundlers.
import { fetchModule } from "./fetch-module.js";
import type { Init } from "./init-options.js";
import { createInit } from "./init.js";

export * from "./public.js";

/**
 * Starts the core; to be awaited before anything else is called. Calling it again does nothing.
 *
 * @param options - where core.wasm is, where not beside this module
 * @throws CountersignError "wasm-load-failed", which explains itself; the next call tries again
 */
export const init: Init = createInit({
  fromUrl: fetchModule,
  // One literal expression: this is how bundlers find the file.
  own: () => fetchModule(new URL("./core.wasm", import.meta.url)),
});
