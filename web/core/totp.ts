import { toNumber } from "./arguments.js";
import { Adopted } from "./handle.js";
import { accepted, core, given } from "./instance.js";
import { OtpFact, type OtpHandle, OtpType } from "./native.js";
import { encoderNamed, type OtpEncoder } from "./options.js";
import { codeText, handleFor, Otp, otpHandle, type OtpOptions, placeToken } from "./otp.js";
import { type Time, toMilliseconds } from "./time.js";
import { checkedState, toTotpResult, type TotpResult, type TotpState } from "./totp-result.js";

export interface TotpOptions extends OtpOptions {
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

/** Time-based one-time codes, RFC 6238. Keeps a copy of the key until {@link Totp.dispose}. */
export class Totp extends Otp {
  // Asked for once: they are on the way of every code.
  readonly #digits: number;
  readonly #encoder: OtpEncoder;

  /**
   * @throws CountersignError "invalid-algorithm", "invalid-digits", "invalid-period", "unsupported-type" for another
   *   encoder, "invalid-label", "invalid-argument" for what is no Secret, "disposed" for one that is, "not-initialized"
   */
  constructor(options: TotpOptions) {
    super(handleFor(OtpType.totp, options));
    this.#digits = this.digits;
    this.#encoder = encoderNamed(core().otpNumber(otpHandle(this), OtpFact.encoder));
  }

  /** Seconds. */
  get period(): number {
    return core().otpNumber(otpHandle(this), OtpFact.period);
  }

  get encoder(): OtpEncoder {
    otpHandle(this);
    return this.#encoder;
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
    const code = accepted(core()._totpCode(otpHandle(this), toMilliseconds(time)));
    return codeText(code, this.#digits, this.#encoder);
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
    const handle = otpHandle(this);
    const { lastStep, drift } = checkedState(state);
    const moment = toMilliseconds(time);
    const length = placeToken(code);
    return toTotpResult(core()._totpVerify(handle, length, moment, toNumber(window), lastStep, drift));
  }

  /** Milliseconds until the next code: 1 to the whole period. @throws CountersignError "invalid-time", "disposed" */
  remainingMs({ time = Date.now() }: { readonly time?: Time } = {}): number {
    return accepted(core().otpRemaining(otpHandle(this), toMilliseconds(time)));
  }

  /**
   * The otpauth:// address for a QR code. It contains the key.
   *
   * @throws CountersignError "invalid-label", "uri-too-long", "disposed"
   */
  toUri(): string {
    return given(core().otpUri(otpHandle(this), 0n));
  }
}

/** @internal */
export function adoptTotp(handle: OtpHandle): Totp {
  // The public signature has no room for it, so that nobody else can pass one.
  return new Totp(new Adopted(handle) as unknown as TotpOptions);
}
