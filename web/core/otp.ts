import { assertObject, textWithin, toNumber, toToken } from "./arguments.js";
import { disposeSymbol } from "./dispose-symbol.js";
import { Adopted, Held } from "./handle.js";
import { core, given } from "./instance.js";
import { OtpFact, type OtpHandle, OtpName, OtpType } from "./native.js";
import {
  algorithmNamed,
  algorithmNumber,
  encoderNumber,
  type OtpAlgorithm,
  type OtpEncoder,
} from "./options.js";
import { adoptSecret, type Secret, secretHandle } from "./secret.js";

/** Bytes of an issuer or account name. */
const MAX_NAME = 255;

/** What TOTP and HOTP are made with alike. */
export interface OtpOptions {
  /** The key. It is copied: the Secret may be disposed of afterwards. */
  readonly secret: Secret;
  /** Who gives the key: up to 255 bytes without a colon. */
  readonly issuer?: string;
  /** Whose key it is: up to 255 bytes without a colon. */
  readonly account?: string;
  readonly algorithm?: OtpAlgorithm;
  /** 5 to 10; Steam's codes have five letters whatever it says. */
  readonly digits?: number;
}

/** @internal @throws CountersignError "disposed" */
export let otpHandle: (otp: Otp) => OtpHandle;

/** What {@link Totp} and {@link Hotp} have in common: an account, and a copy of its key until dispose(). */
export abstract class Otp {
  static {
    otpHandle = (otp) => otp.#held.get();
  }

  readonly #held: Held;

  /** @internal */
  constructor(handle: OtpHandle) {
    this.#held = new Held(this, handle, releaseOtp);
  }

  get issuer(): string {
    return core().otpText(this.#held.get(), OtpName.issuer);
  }

  /** The prefix of an address's label where it differs from the issuer: show both. Else empty. */
  get issuerLabel(): string {
    return core().otpText(this.#held.get(), OtpName.issuerLabel);
  }

  get account(): string {
    return core().otpText(this.#held.get(), OtpName.account);
  }

  get algorithm(): OtpAlgorithm {
    return algorithmNamed(core().otpNumber(this.#held.get(), OtpFact.algorithm));
  }

  /** Characters of a code. */
  get digits(): number {
    return core().otpNumber(this.#held.get(), OtpFact.digits);
  }

  /** A copy of the key, to be disposed of on its own. */
  copySecret(): Secret {
    return adoptSecret(given(core().otpSecret(this.#held.get())));
  }

  /** Wipes the key. Everything else throws "disposed" from then on; calling it again does nothing. */
  dispose(): void {
    this.#held.dispose();
  }

  [disposeSymbol](): void {
    this.dispose();
  }
}

function releaseOtp(handle: OtpHandle): void {
  core().releaseOtp(handle);
}

/** @internal The handle of an object that the core has made already, or of a new one. */
export function handleFor(
  type: number,
  options: OtpOptions & { readonly period?: number; readonly encoder?: OtpEncoder },
): OtpHandle {
  assertObject(options, "options");
  if (options instanceof Adopted) return options.handle;
  const { secret, issuer = "", account = "", algorithm = "SHA1", digits = 6 } = options;
  const { period = 30, encoder = "decimal" } = type === OtpType.totp ? options : {};
  const handle = core().createOtp(
    type,
    secretHandle(secret),
    textWithin(issuer, MAX_NAME, "issuer", "invalid-label"),
    textWithin(account, MAX_NAME, "account", "invalid-label"),
    algorithmNumber(algorithm),
    encoderNumber(encoder),
    toNumber(digits),
    toNumber(period),
  );
  return given(handle);
}

/** @internal A code's number as people see it: with its leading zeros, or in Steam's letters. */
export function codeText(code: number, digits: number, encoder: OtpEncoder = "decimal"): string {
  return encoder === "steam" ? given(core().steamText(code)) : String(code).padStart(digits, "0");
}

/** @internal Puts a token where the core reads it. @returns its bytes; 0 for what is too long or no text */
export function placeToken(code: unknown): number {
  const token = toToken(code);
  const heap = core().HEAPU8;
  const start = core()._tokenAddress();
  for (let i = 0; i < token.length; i += 1) {
    const unit = token.charCodeAt(i);
    if (unit > LAST_ASCII) return core().putToken(token);
    heap[start + i] = unit;
  }
  return token.length;
}

const LAST_ASCII = 0x7f;
