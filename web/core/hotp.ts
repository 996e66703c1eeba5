import { checkedCounter, textWithin, toNumber, toToken } from "./arguments.js";
import { disposeSymbol } from "./dispose-symbol.js";
import { Adopted, Held } from "./handle.js";
import { core, given, lastError } from "./instance.js";
import type { NativeHotp } from "./native.js";
import type { OtpAlgorithm } from "./options.js";
import { adoptSecret, nativeSecretOf, type Secret } from "./secret.js";

/** Bytes of an issuer or account name. */
const MAX_NAME = 255;
const MISMATCH = -1;
const MALFORMED = -2;

export interface HotpOptions {
  /** The key. It is copied: the Secret may be disposed of afterwards. */
  readonly secret: Secret;
  /** Who gives the key: up to 255 bytes without a colon. */
  readonly issuer?: string;
  /** Whose key it is: up to 255 bytes without a colon. */
  readonly account?: string;
  readonly algorithm?: OtpAlgorithm;
  /** 5 to 10. */
  readonly digits?: number;
}

export interface HotpVerifyOptions {
  /** The next one that was not used yet: 0n to 2n ** 64n - 1n. */
  readonly counter: bigint;
  /** Counters after it that a code may come from: 0 to 100. RFC 4226 §7.4. */
  readonly lookAhead?: number;
}

export type HotpResult =
  | {
      readonly valid: true;
      /** The counter that the code belongs to. */
      readonly counter: bigint;
      /** The one to store. 2n ** 64n after the last of all: the key is used up and nothing takes it. */
      readonly next: bigint;
    }
  | { readonly valid: false; readonly reason: "malformed" | "mismatch" };

/** @internal */
export let nativeHotp: (hotp: Hotp) => NativeHotp;

/** Counter-based one-time codes, RFC 4226. Keeps a copy of the key until {@link Hotp.dispose}. */
export class Hotp {
  static {
    nativeHotp = (hotp) => hotp.#held.get();
  }

  readonly #held: Held<NativeHotp>;

  /**
   * @throws CountersignError "invalid-algorithm", "invalid-digits", "invalid-label", "invalid-argument" for what is no
   *   Secret, "disposed" for one that is, "not-initialized"
   */
  constructor(options: HotpOptions) {
    this.#held = new Held(
      this,
      options instanceof Adopted ? (options.native as NativeHotp) : create(options),
    );
  }

  get issuer(): string {
    return this.#held.get().issuer();
  }

  /** The prefix of an address's label where it differs from the issuer: show both. Else empty. */
  get issuerLabel(): string {
    return this.#held.get().issuerLabel();
  }

  get account(): string {
    return this.#held.get().account();
  }

  get algorithm(): OtpAlgorithm {
    return this.#held.get().algorithm() as OtpAlgorithm;
  }

  get digits(): number {
    return this.#held.get().digits();
  }

  /** A copy of the key, to be disposed of on its own. */
  copySecret(): Secret {
    return adoptSecret(given(this.#held.get().secret()));
  }

  /**
   * The code of a counter.
   *
   * @returns `digits` characters, zero-padded
   * @throws CountersignError "invalid-counter", also for a number: it has no room for 64 bits; "disposed"
   */
  generate({ counter }: { readonly counter: bigint }): string {
    return given(this.#held.get().generate(checkedCounter(counter)));
  }

  /**
   * Checks what a person typed against a counter and those after it, never one before. Throws for no code,
   * whatever it is.
   *
   * @throws CountersignError "invalid-counter", "invalid-window" for another lookAhead, "disposed": the caller's
   *   faults
   */
  verify(code: unknown, { counter, lookAhead = 10 }: HotpVerifyOptions): HotpResult {
    const from = checkedCounter(counter);
    const distance = this.#held.get().verify(toToken(code), from, toNumber(lookAhead));
    if (distance === MISMATCH) return { valid: false, reason: "mismatch" };
    if (distance === MALFORMED) return { valid: false, reason: "malformed" };
    if (distance < 0) throw lastError();
    const found = from + BigInt(distance);
    return { valid: true, counter: found, next: found + 1n };
  }

  /**
   * The otpauth:// address for a QR code. It contains the key.
   *
   * @param options - the counter
   * @param options.counter - the next one to be used
   * @throws CountersignError "invalid-counter", "invalid-label", "uri-too-long", "disposed"
   */
  toUri({ counter }: { readonly counter: bigint }): string {
    return given(this.#held.get().toUri(checkedCounter(counter)));
  }

  /** Wipes the key. Everything else throws "disposed" from then on; calling it again does nothing. */
  dispose(): void {
    this.#held.dispose();
  }

  [disposeSymbol](): void {
    this.dispose();
  }
}

function create(options: HotpOptions): NativeHotp {
  const { secret, issuer = "", account = "", algorithm = "SHA1", digits = 6 } = options;
  const native = core().createHotp(
    nativeSecretOf(secret),
    textWithin(issuer, MAX_NAME, "issuer", "invalid-label"),
    textWithin(account, MAX_NAME, "account", "invalid-label"),
    String(algorithm),
    toNumber(digits),
  );
  return given(native);
}

/** @internal */
export function adoptHotp(native: NativeHotp): Hotp {
  // The public signature has no room for it, so that nobody else can pass one.
  return new Hotp(new Adopted(native) as unknown as HotpOptions);
}
