import createCore from "./core.js";
import { CountersignError } from "./errors.js";
import type { Init, InitOptions } from "./init-options.js";
import { setCore } from "./instance.js";
import type { NativeCore } from "./native.js";

/** How an entry of the package gets at the WASM. */
export interface Loader {
  /** The module from an address. */
  fromUrl(url: string | URL): Promise<WebAssembly.Module>;
  /** The one that comes with the package. */
  own(): Promise<WebAssembly.Module>;
}

/** A platform that gives its modules no address: they are bundled for one that compiles WASM when it is deployed. */
const NO_ADDRESS =
  "core.wasm: this platform does not tell where it lies. Bundle with the platform's condition, or pass " +
  "init({ wasmModule }) or init({ wasmUrl }).";

/** The init() of one entry. Later calls share the first one's outcome; a failure is forgotten, to be tried again. */
export function createInit(loader: Loader): Init {
  let started: Promise<void> | undefined;
  return async (options = {}) => {
    started ??= start(loader, options).catch((error: unknown) => {
      started = undefined;
      throw error instanceof CountersignError ? error : loadFailed(NO_ADDRESS, error);
    });
    await started;
  };
}

async function start(loader: Loader, { wasmModule, wasmBinary, wasmUrl }: InitOptions): Promise<void> {
  if (wasmModule !== undefined) await run(wasmModule);
  else if (wasmBinary !== undefined) await run(await compile(wasmBinary, "wasmBinary"));
  else await run(wasmUrl === undefined ? await loader.own() : await loader.fromUrl(wasmUrl));
}

/** The glue would wait for ever for an instance that cannot be made, so the failure has a way of its own. */
async function run(module: WebAssembly.Module): Promise<void> {
  const native = await new Promise<NativeCore>((resolve, reject) => {
    // In place of WebAssembly.instantiate(), see bindings/instantiate.js. What the glue does with the instance may fail
    // as well, so what it gets is a `then` that catches.
    const instantiated = (_: unknown, imports: WebAssembly.Imports) => ({
      then(receive: (result: { instance: WebAssembly.Instance }) => void) {
        instantiate(module, imports)
          .then((instance) => {
            receive({ instance });
          })
          .catch(reject);
      },
    });
    createCore({ instantiate: instantiated }).then(resolve, reject);
  }).catch((cause: unknown) => {
    throw loadFailed("core.wasm: cannot be started; is it of this version of the package?", cause);
  });
  setCore(native);
}

/**
 * Refuses another module before the glue takes it for its own: the glue finds functions by names of one letter. Both
 * come from one link, which leaves in neither what the other does not need.
 */
async function instantiate(
  module: WebAssembly.Module,
  imports: WebAssembly.Imports,
): Promise<WebAssembly.Instance> {
  const offered = Object.entries(imports).flatMap(([from, names]) =>
    Object.keys(names).map((name) => `${from}.${name}`),
  );
  const asked = WebAssembly.Module.imports(module).map(({ module: from, name }) => `${from}.${name}`);
  if (offered.sort().join() !== asked.sort().join()) throw new Error("the module imports other functions");
  return await WebAssembly.instantiate(module, imports);
}

/** How every module begins, byte by byte. */
const MODULE = /^\0asm/;
/** How pages begin: perhaps after a byte order mark and white space. */
const PAGE = /^(?:\xef\xbb\xbf)?\s*</;

/**
 * @param origin - where the bytes come from, for the message
 * @throws CountersignError "wasm-load-failed"
 */
export async function compile(bytes: BufferSource, origin: string): Promise<WebAssembly.Module> {
  const view = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
  const beginning = String.fromCharCode(...view.subarray(0, 64));
  if (PAGE.test(beginning))
    throw loadFailed(
      `${origin}: HTML instead of WebAssembly. Many servers give their start page for a path they do not know. ` +
        "See that core.wasm is served there, or pass init({ wasmUrl }) with its address.",
    );
  if (!MODULE.test(beginning))
    throw loadFailed(`${origin}: not WebAssembly, but ${view.length} bytes of something else`);
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw loadFailed(
      `${origin}: cannot be compiled. In a page, Content-Security-Policy must allow script-src 'wasm-unsafe-eval'.`,
      cause,
    );
  }
}

export function loadFailed(message: string, cause?: unknown): CountersignError {
  return new CountersignError("wasm-load-failed", message, cause === undefined ? undefined : { cause });
}
