import { assertObject, checkedCounter, toNumber } from "./arguments.js";
import { Adopted } from "./handle.js";
import { accepted, core, given } from "./instance.js";
import { type OtpHandle, OtpType } from "./native.js";
import { codeText, handleFor, Otp, otpHandle, type OtpOptions, placeToken } from "./otp.js";

const MISMATCH = -1;
const MALFORMED = -2;

export type HotpOptions = OtpOptions;

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

/** Counter-based one-time codes, RFC 4226. Keeps a copy of the key until {@link Hotp.dispose}. */
export class Hotp extends Otp {
  readonly #digits: number;

  /**
   * @throws CountersignError "invalid-algorithm", "invalid-digits", "invalid-label", "invalid-argument" for what is no
   *   Secret, "disposed" for one that is, "not-initialized"
   */
  constructor(options: HotpOptions) {
    super(handleFor(OtpType.hotp, options));
    this.#digits = this.digits;
  }

  /**
   * The code of a counter.
   *
   * @returns `digits` characters, zero-padded
   * @throws CountersignError "invalid-counter", also for a number: it has no room for 64 bits; "disposed"
   */
  generate(options: { readonly counter: bigint }): string {
    assertObject(options, "options");
    return codeText(core()._hotpCode(otpHandle(this), checkedCounter(options.counter)), this.#digits);
  }

  /**
   * Checks what a person typed against a counter and those after it, never one before. Throws for no code,
   * whatever it is.
   *
   * @throws CountersignError "invalid-counter", "invalid-window" for another lookAhead, "disposed": the caller's
   *   faults
   */
  verify(code: unknown, options: HotpVerifyOptions): HotpResult {
    assertObject(options, "options");
    const { counter, lookAhead = 10 } = options;
    const from = checkedCounter(counter);
    const distance = core()._hotpVerify(otpHandle(this), placeToken(code), from, toNumber(lookAhead));
    if (distance === MISMATCH) return { valid: false, reason: "mismatch" };
    if (distance === MALFORMED) return { valid: false, reason: "malformed" };
    const found = from + BigInt(accepted(distance));
    return { valid: true, counter: found, next: found + 1n };
  }

  /**
   * The otpauth:// address for a QR code. It contains the key.
   *
   * @param options - the counter
   * @param options.counter - the next one to be used
   * @throws CountersignError "invalid-counter", "invalid-label", "uri-too-long", "disposed"
   */
  toUri(options: { readonly counter: bigint }): string {
    assertObject(options, "options");
    return given(core().otpUri(otpHandle(this), checkedCounter(options.counter)));
  }
}

/** @internal */
export function adoptHotp(handle: OtpHandle): Hotp {
  // The public signature has no room for it, so that nobody else can pass one.
  return new Hotp(new Adopted(handle) as unknown as HotpOptions);
}
