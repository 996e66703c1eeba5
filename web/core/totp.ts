import { textWithin, toNumber, toToken } from "./arguments.js";
import { disposeSymbol } from "./dispose-symbol.js";
import { Adopted, Held } from "./handle.js";
import { core, given, lastError } from "./instance.js";
import type { NativeTotp } from "./native.js";
import type { OtpAlgorithm, OtpEncoder } from "./options.js";
import { adoptSecret, nativeSecretOf, type Secret } from "./secret.js";
import { type Time, toMilliseconds } from "./time.js";
import { checkedState, toTotpResult, type TotpResult, type TotpState } from "./totp-result.js";

/** Bytes of an issuer or account name. */
const MAX_NAME = 255;

export interface TotpOptions {
  /** The key. It is copied: the Secret may be disposed of afterwards. */
  readonly secret: Secret;
  /** Who gives the key: up to 255 bytes without a colon. */
  readonly issuer?: string;
  /** Whose key it is: up to 255 bytes without a colon. */
  readonly account?: string;
  readonly algorithm?: OtpAlgorithm;
  /** 5 to 10; Steam's codes have five letters whatever it says. */
  readonly digits?: number;
  /** Seconds a step lasts, 1 to 86,400. */
  readonly period?: number;
  readonly encoder?: OtpEncoder;
}

export interface TotpVerifyOptions {
  /** Of the server's clock; now by default. */
  readonly time?: Time;
  /** Steps to each side that a code may come from: 0 to 10. RFC 6238 §5.2 advises at most one. */
  readonly window?: number;
  /** The stored one, if any. */
  readonly state?: TotpState | undefined;
}

/** @internal */
export let nativeTotp: (totp: Totp) => NativeTotp;

/** Time-based one-time codes, RFC 6238. Keeps a copy of the key until {@link Totp.dispose}. */
export class Totp {
  static {
    nativeTotp = (totp) => totp.#held.get();
  }

  readonly #held: Held<NativeTotp>;

  /**
   * @throws CountersignError "invalid-algorithm", "invalid-digits", "invalid-period", "unsupported-type" for another
   *   encoder, "invalid-label", "invalid-argument" for what is no Secret, "disposed" for one that is, "not-initialized"
   */
  constructor(options: TotpOptions) {
    this.#held = new Held(
      this,
      options instanceof Adopted ? (options.native as NativeTotp) : create(options),
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

  /** Characters of a code. */
  get digits(): number {
    return this.#held.get().digits();
  }

  /** Seconds. */
  get period(): number {
    return this.#held.get().period();
  }

  get encoder(): OtpEncoder {
    return this.#held.get().encoder() as OtpEncoder;
  }

  /** A copy of the key, to be disposed of on its own. */
  copySecret(): Secret {
    return adoptSecret(given(this.#held.get().secret()));
  }

  /**
   * The code for a moment.
   *
   * @param options - may be left out
   * @param options.time - milliseconds since the Unix epoch, or a Date; now by default
   * @returns `digits` characters, zero-padded; five of Steam's letters with `encoder: "steam"`
   * @throws CountersignError "invalid-time", "disposed"
   */
  generate({ time = Date.now() }: { readonly time?: Time } = {}): string {
    return given(this.#held.get().generate(toMilliseconds(time)));
  }

  /**
   * Checks what a person typed: spaces, dashes, full-width and Arabic-Indic digits are forgiven.
   *
   * Throws for no code, whatever it is. All steps of the window are computed and compared, so that the time taken
   * does not tell which one matched.
   *
   * @throws CountersignError "invalid-time", "invalid-window", "invalid-state", "disposed": the caller's faults
   */
  verify(code: unknown, { time = Date.now(), window = 1, state }: TotpVerifyOptions = {}): TotpResult {
    const native = this.#held.get();
    const { lastStep, drift } = checkedState(state);
    const packed = native.verify(toToken(code), toMilliseconds(time), toNumber(window), lastStep, drift);
    return toTotpResult(packed);
  }

  /** Milliseconds until the next code: 1 to the whole period. @throws CountersignError "invalid-time", "disposed" */
  remainingMs({ time = Date.now() }: { readonly time?: Time } = {}): number {
    const remaining = this.#held.get().remaining(toMilliseconds(time));
    if (remaining < 0) throw lastError();
    return remaining;
  }

  /**
   * The otpauth:// address for a QR code. It contains the key.
   *
   * @throws CountersignError "invalid-label", "uri-too-long", "disposed"
   */
  toUri(): string {
    return given(this.#held.get().toUri());
  }

  /** Wipes the key. Everything else throws "disposed" from then on; calling it again does nothing. */
  dispose(): void {
    this.#held.dispose();
  }

  [disposeSymbol](): void {
    this.dispose();
  }
}

function create(options: TotpOptions): NativeTotp {
  const { secret, issuer = "", account = "", algorithm = "SHA1" } = options;
  const { digits = 6, period = 30, encoder = "decimal" } = options;
  const native = core().createTotp(
    nativeSecretOf(secret),
    textWithin(issuer, MAX_NAME, "issuer", "invalid-label"),
    textWithin(account, MAX_NAME, "account", "invalid-label"),
    String(algorithm),
    toNumber(digits),
    toNumber(period),
    String(encoder),
  );
  return given(native);
}

/** @internal */
export function adoptTotp(native: NativeTotp): Totp {
  // The public signature has no room for it, so that nobody else can pass one.
  return new Totp(new Adopted(native) as unknown as TotpOptions);
}
