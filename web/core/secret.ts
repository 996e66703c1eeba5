import { textWithin, toNumber } from "./arguments.js";
import { disposeSymbol } from "./dispose-symbol.js";
import { CountersignError } from "./errors.js";
import { Held } from "./handle.js";
import { core, given } from "./instance.js";
import type { NativeSecret } from "./native.js";
import type { OtpAlgorithm } from "./options.js";
import { sealBytes, type SealedSecret } from "./sealed-secret.js";
import type { UriWarning } from "./uri-warning.js";

const MAX_BYTES = 1024;
const MAX_BASE32_TEXT = 4096;

/** A repair of a key's text that `lenient` let pass. */
export type SecretRepair = Extract<
  UriWarning,
  "secret-had-spaces" | "secret-had-padding" | "secret-lower-case" | "impossible-length" | "spare-bits"
>;

/** @internal @throws CountersignError "invalid-argument" for what is no Secret, "disposed" */
export let nativeSecretOf: (secret: unknown) => NativeSecret;
/** @internal */
export let adoptSecret: (native: NativeSecret) => Secret;

/**
 * A key of 1 to 1,024 bytes that stays in WASM memory. It shows up in no text, JSON or inspection.
 *
 * Every way to make one throws CountersignError "not-initialized" before init() has resolved.
 */
export class Secret {
  static {
    nativeSecretOf = (secret) => {
      if (!(secret instanceof Secret)) throw new CountersignError("invalid-argument", "secret: not a Secret");
      return secret.#held.get();
    };
    adoptSecret = (native) => new Secret(native);
  }

  readonly #held: Held<NativeSecret>;

  private constructor(native: NativeSecret) {
    this.#held = new Held(this, native);
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
    return new Secret(given(core().secretFromBase32(checked, lenient)));
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
    return this.#held.get().byteLength();
  }

  /** What fromBase32 looked past; empty for other secrets. */
  get repairs(): readonly SecretRepair[] {
    return this.#held.get().repairs() as SecretRepair[];
  }

  /** Base 32 without padding, for showing. JavaScript cannot wipe the text. */
  toBase32(): string {
    return given(this.#held.get().toBase32());
  }

  /** A copy, for storing it encrypted: wipe it with `fill(0)` afterwards. */
  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#held.get().toBytes();
  }

  /**
   * Turns the key into a CryptoKey that cannot be read back, bound to one hash. The Secret is disposed of, also
   * where that fails.
   *
   * @throws CountersignError "web-crypto-unavailable", "key-refused" where the platform takes no such key,
   *   "invalid-algorithm"
   */
  async seal(algorithm: OtpAlgorithm = "SHA1"): Promise<SealedSecret> {
    const native = this.#held.get();
    try {
      return await sealBytes(native, algorithm);
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
