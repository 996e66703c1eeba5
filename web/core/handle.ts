import { CountersignError } from "./errors.js";

/** An object in WASM memory by its number, and how to give it back. */
interface Lent {
  readonly handle: number;
  readonly release: (handle: number) => void;
}

let caught = 0;
let net: FinalizationRegistry<Lent> | undefined;

/** How many objects were forgotten and wiped by the net since the start. */
export function caughtByNet(): number {
  return caught;
}

function catchForgotten({ handle, release }: Lent): void {
  caught += 1;
  release(handle);
}

/**
 * An object in WASM memory that holds a key, and the JavaScript object that owns it. `dispose()` wipes the key.
 * What is forgotten is wiped when the garbage collector finds it, which may be never: the net is no substitute.
 */
export class Held {
  #lent: Lent | undefined;
  readonly #owner: object;

  constructor(owner: object, handle: number, release: (handle: number) => void) {
    this.#lent = { handle, release };
    this.#owner = owner;
    net ??= new FinalizationRegistry(catchForgotten);
    net.register(owner, this.#lent, this);
  }

  /** @throws CountersignError "disposed" */
  get(): number {
    if (this.#lent === undefined)
      throw new CountersignError("disposed", `${this.#owner.constructor.name}: used after dispose()`);
    return this.#lent.handle;
  }

  dispose(): void {
    if (this.#lent === undefined) return;
    const { handle, release } = this.#lent;
    net?.unregister(this);
    this.#lent = undefined;
    release(handle);
  }
}

/** Stands in for a constructor's options where the core has made the object already. */
export class Adopted {
  readonly handle: number;

  constructor(handle: number) {
    this.handle = handle;
  }
}
