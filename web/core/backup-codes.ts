import { toNumber } from "./arguments.js";
import { hashCode, type HashKey, importHashKey } from "./backup-code-hash.js";
import {
  type BackupCodeRecord,
  type BackupCodeSet,
  ITERATIONS,
  openSet,
  SALT_BYTES,
  toBase64,
} from "./backup-code-set.js";
import { CountersignError } from "./errors.js";
import { bytesAt, core, errorNamed, given } from "./instance.js";

/** UTF-16 units that an entry may have; more is malformed, unread. */
const MAX_ENTRY = 256;

export interface BackupCodeOptions {
  /** Where there is one, a stolen set alone is of no use to guess codes with. */
  readonly hashKey?: HashKey | undefined;
}

export interface GeneratedBackupCodes {
  /** As a person reads them: three groups of five characters. Shown once. */
  readonly codes: readonly string[];
  readonly set: BackupCodeSet;
}

/** Where one look-alike would explain a mistake: a guess to help the eye. */
export interface Suspicion {
  /** The group of five that it is in: 0, 1 or 2. */
  readonly group: number;
  /** The characters as typed and as it would fit; absent where the group has several such. */
  readonly typed?: string;
  readonly meant?: string;
}

/** The set in the answer may be written only where the stored one still equals the one passed in. */
export type BackupCodeResult =
  | {
      readonly valid: true;
      readonly set: BackupCodeSet;
      /** Codes that are not used yet. */
      readonly left: number;
      /** In single mode the next code, to be shown once: NIST SP 800-63B-4 wants a used one replaced. */
      readonly replacement?: string;
    }
  | {
      readonly valid: false;
      /**
       * "malformed" and "mistyped" say nothing about any code and need cost no attempt; "mistyped" is what the check
       * character finds. "used": one of the person's, but spent.
       */
      readonly reason: "malformed" | "mistyped" | "unknown" | "used";
      /** For "mistyped", where one character is to blame. */
      readonly suspicion?: Suspicion;
    };

async function generate({
  count = 10,
  hashKey,
}: BackupCodeOptions & { readonly count?: number } = {}): Promise<GeneratedBackupCodes> {
  const codes = freshCodes(toNumber(count));
  const key = await importHashKey(hashKey);
  const salt = randomBytes(SALT_BYTES);
  const hashes = await Promise.all(codes.map((code) => hashCode(canonical(code), salt, ITERATIONS, key)));
  const set: BackupCodeSet = {
    version: 1,
    mode: codes.length === 1 ? "single" : "list",
    salt: toBase64(salt),
    iterations: ITERATIONS,
    keyed: key !== undefined,
    codes: hashes.map((hash) => ({ hash: toBase64(hash), used: false })),
  };
  return { codes, set };
}

async function verify(
  code: unknown,
  set: BackupCodeSet,
  { hashKey }: BackupCodeOptions = {},
): Promise<BackupCodeResult> {
  const { salt, hashes } = openSet(set);
  if (set.keyed !== (hashKey !== undefined))
    throw new CountersignError(
      "invalid-hash-key",
      `hashKey: the set was made ${set.keyed ? "with" : "without"} one`,
    );
  const key = await importHashKey(hashKey);

  const [verdict, ...details] = readEntry(code);
  if (verdict === "") return { valid: false, reason: "malformed" };
  if (verdict === "mistyped") return { valid: false, reason: "mistyped", ...suspicion(details) };

  const [canonicalCode = ""] = details;
  const hash = await hashCode(canonicalCode, salt, set.iterations, key);
  const found = core().findHash(hash, hashes);
  const record = set.codes[found];
  if (record === undefined) return { valid: false, reason: "unknown" };
  if (record.used) return { valid: false, reason: "used" };
  return set.mode === "single" ? await replaced(set, record, salt, key) : spent(set, found);
}

function spent(set: BackupCodeSet, found: number): BackupCodeResult {
  const codes = set.codes.map((record, index) => (index === found ? { ...record, used: true } : record));
  return { valid: true, set: { ...set, codes }, left: codes.filter(({ used }) => !used).length };
}

async function replaced(
  set: BackupCodeSet,
  record: BackupCodeRecord,
  salt: Uint8Array<ArrayBuffer>,
  key: CryptoKey | undefined,
): Promise<BackupCodeResult> {
  const [replacement = ""] = freshCodes(1);
  const hash = await hashCode(canonical(replacement), salt, set.iterations, key);
  const codes = [
    { ...record, used: true },
    { hash: toBase64(hash), used: false },
  ];
  return { valid: true, set: { ...set, codes }, left: 1, replacement };
}

function freshCodes(count: number): string[] {
  return given(core().backupCodes(count)).split("\n");
}

/** "ok" with the canonical code, "mistyped" with what is known of it, or empty text. */
function readEntry(code: unknown): string[] {
  return core()
    .readBackupEntry(typeof code === "string" && code.length <= MAX_ENTRY ? code : "")
    .split(":");
}

function suspicion([group, typed = "", meant = ""]: string[]): { suspicion?: Suspicion } {
  const index = Number(group);
  if (index < 0) return {};
  return { suspicion: typed === "" ? { group: index } : { group: index, typed, meant } };
}

function canonical(code: string): string {
  const [, found] = readEntry(code);
  if (found === undefined) throw errorNamed("invalid-backup-code");
  return found;
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  const secret = given(core().generateSecret(length));
  try {
    return bytesAt(core().secretAddress(secret), length);
  } finally {
    core().releaseSecret(secret);
  }
}

/**
 * Codes that each sign a person in once, when the authenticator is gone. NIST SP 800-63B-4 §3.1.2.
 *
 * A code has 70 random bits and a check character that finds every single wrong character and every swap of two.
 */
export const BackupCodes = {
  /**
   * Makes codes and what to store for them; ten take about 250 ms of work beside the main thread.
   *
   * @param options - may be left out
   * @param options.count - 1 to 20; with 1 the set is in single mode, where a used code is replaced by a new one
   * @throws CountersignError "invalid-backup-code" for another count, "entropy-unavailable", "web-crypto-unavailable",
   *   "invalid-hash-key" for fewer than 16 bytes, "key-refused", "not-initialized"
   */
  generate,

  /**
   * Checks what a person typed or pasted: case, spaces, dashes and look-alikes are forgiven. Rejects for no code,
   * whatever it is. A pure function: the set to store is in the answer.
   *
   * @throws CountersignError "invalid-backup-set" for a set that generate() never made, "invalid-hash-key" where it
   *   was made with a key and none is given, or the other way round; "key-refused", "web-crypto-unavailable"
   */
  verify,
} as const;
