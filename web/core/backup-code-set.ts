import { CountersignError } from "./errors.js";

/** Bytes of a hash. */
export const HASH_BYTES = 32;
/** Bytes of the salt. NIST SP 800-63B-4 §3.1.2 asks for 4 or more. */
export const SALT_BYTES = 16;
/** Rounds of PBKDF2, about 25 ms. A stored set may ask for more, up to the second figure. */
export const ITERATIONS = 100_000;
const MAX_ITERATIONS = 10_000_000;
const MAX_CODES = 20;

/** What a portal stores for a person: plain JSON, no code can be read from it. */
export interface BackupCodeSet {
  readonly version: 1;
  /** "single": one code, which is replaced when it is used. */
  readonly mode: "list" | "single";
  /** Base 64 of 16 random bytes, the same for all codes of the set. */
  readonly salt: string;
  /** Rounds of PBKDF2-HMAC-SHA-256. */
  readonly iterations: number;
  /** Whether the hashes are HMAC'd with a key of the server's. */
  readonly keyed: boolean;
  readonly codes: readonly BackupCodeRecord[];
}

export interface BackupCodeRecord {
  /** Base 64 of 32 bytes. */
  readonly hash: string;
  /** A used code is kept, so that it can be told from one that never was. */
  readonly used: boolean;
}

export interface OpenedSet {
  readonly salt: Uint8Array<ArrayBuffer>;
  /** One after the other, HASH_BYTES each. */
  readonly hashes: Uint8Array<ArrayBuffer>;
}

/** @throws CountersignError "invalid-backup-set" for what generate() and verify() never gave */
export function openSet(set: unknown): OpenedSet {
  if (!isSet(set)) throw invalid("not a BackupCodeSet of version 1");
  const hashes = new Uint8Array(set.codes.length * HASH_BYTES);
  set.codes.forEach(({ hash }, index) => {
    hashes.set(fromBase64(hash, HASH_BYTES), index * HASH_BYTES);
  });
  return { salt: fromBase64(set.salt, SALT_BYTES), hashes };
}

function isSet(set: unknown): set is BackupCodeSet {
  if (typeof set !== "object" || set === null) return false;
  const { version, mode, salt, iterations, keyed, codes } = set as Partial<
    Record<keyof BackupCodeSet, unknown>
  >;
  return (
    version === 1 &&
    (mode === "list" || mode === "single") &&
    typeof salt === "string" &&
    Number.isSafeInteger(iterations) &&
    (iterations as number) >= ITERATIONS &&
    (iterations as number) <= MAX_ITERATIONS &&
    typeof keyed === "boolean" &&
    Array.isArray(codes) &&
    codes.length >= 1 &&
    codes.length <= MAX_CODES &&
    codes.every(isRecord)
  );
}

function isRecord(record: unknown): record is BackupCodeRecord {
  if (typeof record !== "object" || record === null) return false;
  const { hash, used } = record as Partial<Record<keyof BackupCodeRecord, unknown>>;
  return typeof hash === "string" && typeof used === "boolean";
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string, length: number): Uint8Array<ArrayBuffer> {
  // Before decoding: four characters for three bytes.
  if (text.length !== 4 * Math.ceil(length / 3)) throw invalid("a salt or hash of another length");
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    if (bytes.length === length) return bytes;
  } catch {
    // Not base 64: the same answer.
  }
  throw invalid("a salt or hash of another length");
}

function invalid(reason: string): CountersignError {
  return new CountersignError("invalid-backup-set", `set: ${reason}`);
}
