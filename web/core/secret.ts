import { textWithin, toNumber } from "./arguments.js";
import { disposeSymbol } from "./dispose-symbol.js";
import { CountersignError } from "./errors.js";
import { Held } from "./handle.js";
import { bytesAt, core, given, namesIn } from "./instance.js";
import type { SecretHandle } from "./native.js";
import { algorithmNumber, type OtpAlgorithm } from "./options.js";
import { SealedSecret, settled } from "./sealed-secret.js";
import type { UriWarning } from "./uri-warning.js";

const MAX_BYTES = 1024;
const MAX_BASE32_TEXT = 4096;

/** A repair of a key's text that `lenient` let pass. */
export type SecretRepair = Extract<
  UriWarning,
  "secret-had-spaces" | "secret-had-padding" | "secret-lower-case" | "impossible-length" | "spare-bits"
>;

/** @internal @throws CountersignError "invalid-argument" for what is no Secret, "disposed" */
export let secretHandle: (secret: unknown) => SecretHandle;
/** @internal */
export let adoptSecret: (handle: SecretHandle) => Secret;

function releaseSecret(handle: SecretHandle): void {
  core().releaseSecret(handle);
}

/**
 * A key of 1 to 1,024 bytes that stays in WASM memory. It shows up in no text, JSON or inspection.
 *
 * Every way to make one throws CountersignError "not-initialized" before init() has resolved.
 */
export class Secret {
  static {
    secretHandle = (secret) => {
      if (!(secret instanceof Secret)) throw new CountersignError("invalid-argument", "secret: not a Secret");
      return secret.#held.get();
    };
    adoptSecret = (handle) => new Secret(handle);
  }

  readonly #held: Held;
  readonly #repairs: readonly SecretRepair[];

  private constructor(handle: SecretHandle, repairs: string[] = []) {
    this.#held = new Held(this, handle, releaseSecret);
    this.#repairs = repairs as SecretRepair[];
  }

  /**
   * Random bytes of Web Crypto.
   *
   * @param byteLength - 1 to 1,024; 20 suits SHA-1, 32 SHA-256 and 64 SHA-512 (RFC 6238 §5.1); RFC 4226 R6 wants
   *   16 or more
   * @throws CountersignError "entropy-unavailable", "invalid-secret" for another length
   */
  static generate(byteLength = 20): Secret {
    return new Secret(given(core().generateSecret(toNumber(byteLength))));
  }

  /**
   * Base 32 of RFC 4648 §6: upper case, no padding or exactly the right one.
   *
   * @param text - up to 4,096 characters
   * @param options - may be left out
   * @param options.lenient - also takes lower case, spaces, dashes, any padding and impossible lengths;
   *   {@link Secret.repairs} says what was looked past
   * @throws CountersignError "invalid-secret"
   */
  static fromBase32(text: string, { lenient = false }: { lenient?: boolean } = {}): Secret {
    const checked = textWithin(text, MAX_BASE32_TEXT, "text", "invalid-secret");
    const handle = given(core().secretFromBase32(checked, Boolean(lenient)));
    return new Secret(handle, namesIn(core().lastWarnings()));
  }

  /** Two digits a byte, either case, nothing between them. @throws CountersignError "invalid-secret" */
  static fromHex(text: string): Secret {
    const checked = textWithin(text, 2 * MAX_BYTES, "text", "invalid-secret");
    return new Secret(given(core().secretFromHex(checked)));
  }

  /** A copy of 1 to 1,024 bytes; yours to wipe is what you pass. @throws CountersignError "invalid-secret" */
  static fromBytes(bytes: Uint8Array | ArrayBuffer): Secret {
    const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
    if (!(view instanceof Uint8Array))
      throw new CountersignError("invalid-argument", "bytes: neither a Uint8Array nor an ArrayBuffer");
    if (view.length > MAX_BYTES)
      throw new CountersignError("invalid-secret", `bytes: more than ${MAX_BYTES}`);
    return new Secret(given(core().secretFromBytes(view)));
  }

  /** The UTF-8 of a text as the key, as the RFCs' test vectors have it. @throws CountersignError "invalid-secret" */
  static fromText(text: string): Secret {
    const checked = textWithin(text, MAX_BYTES, "text", "invalid-secret");
    return new Secret(given(core().secretFromBytes(checked)));
  }

  get byteLength(): number {
    return core().secretLength(this.#held.get());
  }

  /** What fromBase32 looked past; empty for other secrets. */
  get repairs(): readonly SecretRepair[] {
    this.#held.get();
    return this.#repairs;
  }

  /** Base 32 without padding, for showing. JavaScript cannot wipe the text. */
  toBase32(): string {
    return given(core().secretBase32(this.#held.get()));
  }

  /** A copy, for storing it encrypted: wipe it with `fill(0)` afterwards. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const handle = this.#held.get();
    return bytesAt(core().secretAddress(handle), core().secretLength(handle));
  }

  /**
   * Turns the key into a CryptoKey that cannot be read back, bound to one hash. The Secret is disposed of, also
   * where that fails.
   *
   * @throws CountersignError "web-crypto-unavailable", "key-refused" where the platform takes no such key,
   *   "invalid-algorithm"
   */
  async seal(algorithm: OtpAlgorithm = "SHA1"): Promise<SealedSecret> {
    try {
      return new SealedSecret(await settled(core().seal(this.#held.get(), algorithmNumber(algorithm))));
    } finally {
      this.dispose();
    }
  }

  /** Wipes the key. Everything else throws "disposed" from then on; calling it again does nothing. */
  dispose(): void {
    this.#held.dispose();
  }

  [disposeSymbol](): void {
    this.dispose();
  }
}
