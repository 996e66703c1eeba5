import { errorNamed } from "./instance.js";

/** The hash under HMAC. SHA1 is what every authenticator app can do. RFC 6238 §1.2. */
export type OtpAlgorithm = "SHA1" | "SHA256" | "SHA512";

/** How the number becomes text: digits, or five of Steam's letters. */
export type OtpEncoder = "decimal" | "steam";

/** In the order of their numbers in the core. */
const ALGORITHMS: readonly string[] = ["SHA1", "SHA256", "SHA512"] satisfies OtpAlgorithm[];
const ENCODERS: readonly string[] = ["decimal", "steam"] satisfies OtpEncoder[];

/** @internal Exactly as the type spells it. @throws CountersignError "invalid-algorithm" */
export function algorithmNumber(name: unknown): number {
  const number = ALGORITHMS.indexOf(name as string);
  if (number < 0) throw errorNamed("invalid-algorithm");
  return number;
}

/** @internal @throws CountersignError "unsupported-type" */
export function encoderNumber(name: unknown): number {
  const number = ENCODERS.indexOf(name as string);
  if (number < 0) throw errorNamed("unsupported-type");
  return number;
}

/** @internal */
export function algorithmNamed(number: number): OtpAlgorithm {
  return ALGORITHMS[number] as OtpAlgorithm;
}

/** @internal */
export function encoderNamed(number: number): OtpEncoder {
  return ENCODERS[number] as OtpEncoder;
}
