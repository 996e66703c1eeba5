import { textWithin } from "./arguments.js";
import { adoptHotp, type Hotp } from "./hotp.js";
import { core, given, namesIn } from "./instance.js";
import { OtpFact, type OtpHandle, OtpType } from "./native.js";
import { adoptTotp, type Totp } from "./totp.js";
import type { UriWarning } from "./uri-warning.js";

/** Bytes of an address. */
const MAX_URI = 4096;

/** What a code is made with. */
export interface OtpAccount {
  /** Yours to dispose of. */
  readonly otp: Totp | Hotp;
  /** For a Hotp: the next counter to be used. */
  readonly counter?: bigint;
}

export interface ParsedUri extends OtpAccount {
  /** What was repaired, each once. */
  readonly warnings: readonly UriWarning[];
}

/**
 * Reads an otpauth:// or steam:// address as the world writes it. Forgives what a user cannot mend and reports each
 * repair; never guesses at a secret, a number or a hash.
 *
 * @param text - up to 4,096 bytes
 * @throws CountersignError "invalid-uri", "uri-too-long", "unsupported-type", "missing-secret",
 *   "duplicate-parameter", "invalid-secret", "invalid-algorithm", "invalid-digits", "invalid-period",
 *   "invalid-counter"
 */
export function parseUri(text: string): ParsedUri {
  const handle = given(core().readUri(textWithin(text, MAX_URI, "text", "uri-too-long")));
  const warnings = namesIn(core().lastWarnings()) as UriWarning[];
  return { ...adoptAccount(handle), warnings };
}

/** @internal */
export function adoptAccount(handle: OtpHandle): OtpAccount {
  if (core().otpNumber(handle, OtpFact.type) === OtpType.totp) return { otp: adoptTotp(handle) };
  // Embind gives 64 bits signed.
  const counter = BigInt.asUintN(64, core().otpCounter(handle));
  return { otp: adoptHotp(handle), counter };
}
