// What tests ask to see that nothing is forgotten; see for-tests.ts.
import { caughtByNet } from "./handle.js";
import { core } from "./instance.js";

export interface LeakProbe {
  /** Objects in WASM memory that JavaScript holds. */
  readonly handlesAlive: number;
  /** Bytes in blocks that were not given back. */
  readonly heapInUse: number;
  /** Objects that were forgotten and caught by the net, since the start. */
  readonly caughtByNet: number;
}

/** @throws CountersignError "not-initialized" */
export function probeLeaks(): LeakProbe {
  return { handlesAlive: core().handlesAlive(), heapInUse: core().heapInUse(), caughtByNet: caughtByNet() };
}

/** All of WASM memory as it is now: to look for traces in, not to keep. */
export function wasmMemory(): Uint8Array {
  return core().HEAPU8;
}
