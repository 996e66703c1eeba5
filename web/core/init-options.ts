import type { PlatformUrl, PlatformWasmModule } from "./platform-types.js";

/** Where the WASM comes from, where not from beside this module. At most one counts, in this order. */
export interface InitOptions {
  /** core.wasm, compiled: what a worker is sent, or an edge platform imports. */
  readonly wasmModule?: PlatformWasmModule | undefined;
  /** The bytes of core.wasm. */
  readonly wasmBinary?: ArrayBuffer | ArrayBufferView<ArrayBuffer> | undefined;
  /** The address of core.wasm. */
  readonly wasmUrl?: string | PlatformUrl | undefined;
}

export type Init = (options?: InitOptions) => Promise<void>;
