import { CountersignError } from "./errors.js";
import type { NativeHandle } from "./native.js";

let caught = 0;
let net: FinalizationRegistry<NativeHandle> | undefined;

/** How many objects were forgotten and wiped by the net since the start. */
export function caughtByNet(): number {
  return caught;
}

function catchForgotten(native: NativeHandle): void {
  caught += 1;
  native.delete();
}

/**
 * An object in WASM memory that holds a key, and the JavaScript object that owns it. `dispose()` wipes the key.
 * What is forgotten is wiped when the garbage collector finds it, which may be never: the net is no substitute.
 */
export class Held<Native extends NativeHandle> {
  #native: Native | undefined;
  readonly #owner: object;

  constructor(owner: object, native: Native) {
    this.#native = native;
    this.#owner = owner;
    net ??= new FinalizationRegistry(catchForgotten);
    net.register(owner, native, this);
  }

  /** @throws CountersignError "disposed" */
  get(): Native {
    if (this.#native === undefined)
      throw new CountersignError("disposed", `${this.#owner.constructor.name}: used after dispose()`);
    return this.#native;
  }

  dispose(): void {
    if (this.#native === undefined) return;
    net?.unregister(this);
    this.#native.delete();
    this.#native = undefined;
  }
}

/** Stands in for a constructor's options where the core has made the object already. */
export class Adopted<Native extends NativeHandle> {
  readonly native: Native;

  constructor(native: Native) {
    this.native = native;
  }
}
