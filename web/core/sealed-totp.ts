import { assertObject, toNumber, toToken } from "./arguments.js";
import { CountersignError } from "./errors.js";
import { core } from "./instance.js";
import { algorithmNumber, encoderNumber, type OtpAlgorithm, type OtpEncoder } from "./options.js";
import { codeText } from "./otp.js";
import { SealedSecret, settled } from "./sealed-secret.js";
import { type Time, toMilliseconds } from "./time.js";
import { checkedState, MALFORMED, toTotpResult, type TotpResult } from "./totp-result.js";
import type { TotpVerifyOptions } from "./totp.js";

export interface SealedTotpOptions {
  /** The key; it names the hash. */
  readonly secret: SealedSecret;
  /** Only to say so: another hash than the key's is refused. */
  readonly algorithm?: OtpAlgorithm;
  /** 5 to 10; Steam's codes have five letters whatever it says. */
  readonly digits?: number;
  /** Seconds a step lasts, 1 to 86,400. */
  readonly period?: number;
  readonly encoder?: OtpEncoder;
}

/** Time-based one-time codes over a CryptoKey that nobody can read. As {@link Totp}, but without an address. */
export class SealedTotp {
  readonly #key: CryptoKey;
  readonly #algorithm: OtpAlgorithm;
  readonly #encoder: OtpEncoder;
  readonly #digits: number;
  readonly #period: number;

  /**
   * @throws CountersignError "key-refused" where the key is bound to another hash than `algorithm`, "invalid-argument"
   *   for what is no SealedSecret
   */
  constructor(options: SealedTotpOptions) {
    assertObject(options, "options");
    const { secret, algorithm, digits = 6, period = 30, encoder = "decimal" } = options;
    if (!(secret instanceof SealedSecret))
      throw new CountersignError("invalid-argument", "secret: not a SealedSecret");
    if (algorithm !== undefined && algorithm !== secret.algorithm)
      throw new CountersignError("key-refused", `algorithm: the key is bound to ${secret.algorithm}`);
    this.#key = secret.key;
    this.#algorithm = secret.algorithm;
    this.#encoder = encoder;
    this.#digits = toNumber(digits);
    this.#period = toNumber(period);
  }

  /**
   * The code for a moment.
   *
   * @throws CountersignError "invalid-time", "invalid-digits", "invalid-period", "unsupported-type",
   *   "web-crypto-unavailable", "key-refused" where the platform refuses the key
   */
  async generate({ time = Date.now() }: { readonly time?: Time } = {}): Promise<string> {
    const code = await settled(core().sealedGenerate(this.#key, ...this.#at(time)));
    return codeText(code, this.#digits, this.#encoder);
  }

  /**
   * Checks what a person typed, as {@link Totp.verify} does. Rejects for no code, whatever it is.
   *
   * @throws CountersignError as generate() does, and "invalid-window", "invalid-state"
   */
  async verify(
    code: unknown,
    { time = Date.now(), window = 1, state }: TotpVerifyOptions = {},
  ): Promise<TotpResult> {
    const { lastStep, drift } = checkedState(state);
    const answer = core().sealedVerify(
      this.#key,
      ...this.#at(time),
      toToken(code),
      toNumber(window),
      lastStep,
      drift,
    );
    return toTotpResult(answer === null ? MALFORMED : await settled(answer));
  }

  /** The arguments that generate() and verify() pass alike. */
  #at(time: Time): [algorithm: number, encoder: number, digits: number, period: number, time: number] {
    const algorithm = algorithmNumber(this.#algorithm);
    return [algorithm, encoderNumber(this.#encoder), this.#digits, this.#period, toMilliseconds(time)];
  }
}
