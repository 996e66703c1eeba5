import { CountersignError, type ErrorCode } from "./errors.js";

/** Half of a character: Embind would join it with whatever follows. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Text within a limit that the core has too: what is longer is refused here, before it is copied.
 *
 * @param limit - UTF-8 bytes; text of more UTF-16 units has more bytes
 * @param code - what the core says for text that is too long
 * @throws CountersignError "invalid-argument" for what is no text, or ill-formed UTF-16
 */
export function textWithin(value: unknown, limit: number, name: string, code: ErrorCode): string {
  if (typeof value !== "string") throw new CountersignError("invalid-argument", `${name}: not a string`);
  if (value.length > limit) throw new CountersignError(code, `${name}: longer than ${limit} bytes`);
  if (LONE_SURROGATE.test(value))
    throw new CountersignError("invalid-argument", `${name}: ill-formed UTF-16`);
  return value;
}

/** @throws CountersignError "invalid-argument" for options or an entry that were left out */
export function assertObject(value: unknown, name: string): void {
  if (typeof value !== "object" || value === null)
    throw new CountersignError("invalid-argument", `${name}: not an object`);
}

/** The largest counter, RFC 4226 §5.1: eight bytes. */
const MAX_COUNTER = 2n ** 64n - 1n;

/** @throws CountersignError "invalid-counter" for a number, a fraction, or what eight bytes cannot hold */
export function checkedCounter(counter: unknown): bigint {
  if (typeof counter === "bigint" && counter >= 0n && counter <= MAX_COUNTER) return counter;
  throw new CountersignError("invalid-counter", "counter: not a bigint from 0n to 2n ** 64n - 1n");
}

/** Embind turns what is no number into 0; the core refuses NaN by the parameter's name. */
export function toNumber(value: unknown): number {
  return typeof value === "number" ? value : Number.NaN;
}

/** The core refuses a token of more than 128 bytes unread; so does this, before it is copied. */
export function toToken(value: unknown): string {
  return typeof value === "string" && value.length <= 128 ? value : "";
}
