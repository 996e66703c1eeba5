import { assertObject, checkedCounter, textWithin } from "./arguments.js";
import { CountersignError, type ErrorCode } from "./errors.js";
import { Hotp } from "./hotp.js";
import { accepted, core, given, namesIn } from "./instance.js";
import { otpHandle } from "./otp.js";
import { Totp } from "./totp.js";
import { adoptAccount, type OtpAccount } from "./uri.js";

/** Bytes of one text, and texts in one call. */
const MAX_TEXT = 8192;
const MAX_TEXTS = 100;

/** An entry that was left out, and why. The others of its code are kept. */
export interface RejectedEntry {
  /** The code's index in its export, from 0. */
  readonly batch: number;
  /** The entry's place in that code, from 0. */
  readonly entry: number;
  /** As the code has it; may be empty. */
  readonly name: string;
  readonly error: ErrorCode;
}

/** One export of Google Authenticator, as much of it as was given. */
export interface MigrationExport {
  /** In the order of the phone's list. The format carries no period: it is 30 seconds. */
  readonly accounts: readonly OtpAccount[];
  readonly batch: {
    /** QR codes that the export has. */
    readonly size: number;
    /** Indexes of those given, from 0, ascending. */
    readonly seen: readonly number[];
  };
  readonly rejected: readonly RejectedEntry[];
}

export interface Migration extends MigrationExport {
  /** Where texts of several exports were given: the ones after the first. */
  readonly others: readonly MigrationExport[];
}

/**
 * Reads otpauth-migration:// texts, one a QR code, in any order and with repetitions.
 *
 * @param texts - up to 100 of up to 8,192 bytes each
 * @throws CountersignError "invalid-migration" where a text is damaged or none is given, "migration-too-large"
 */
export function parseMigration(texts: string | readonly string[]): Migration {
  return thenClear(() => {
    const list = typeof texts === "string" ? [texts] : checkedList(texts, "texts");
    if (list.length > MAX_TEXTS)
      throw new CountersignError("migration-too-large", `texts: more than ${MAX_TEXTS}`);
    for (const text of list)
      core().addMigrationText(textWithin(text, MAX_TEXT, "texts", "migration-too-large"));
    const count = accepted(core().readMigration());
    const [first, ...others] = Array.from({ length: count }, (_, index) => takeExport(index));
    return { ...(first as MigrationExport), others };
  });
}

/**
 * Writes accounts as Google Authenticator exports them, at most ten a text. Nothing is written where one of them
 * would come back with other codes.
 *
 * @returns one text a QR code. They contain the keys.
 * @throws CountersignError "invalid-period" for other than 30 seconds, "invalid-digits" for other than 6 and 8,
 *   "unsupported-type" for Steam, "invalid-label", "invalid-counter" for a Hotp without one, "migration-too-large",
 *   "invalid-migration" for no account
 */
export function formatMigration(accounts: readonly OtpAccount[]): string[] {
  return thenClear(() => {
    for (const account of checkedList(accounts, "accounts")) {
      assertObject(account, "accounts");
      const { otp, counter } = account;
      if (otp instanceof Totp) core().addMigrationAccount(otpHandle(otp), 0n);
      else if (otp instanceof Hotp) core().addMigrationAccount(otpHandle(otp), checkedCounter(counter));
      else
        throw new CountersignError("invalid-argument", "accounts: an otp that is neither a Totp nor a Hotp");
    }
    return given(core().writeMigration()).split("\n");
  });
}

function checkedList<Value>(list: readonly Value[], name: string): readonly Value[] {
  const value: unknown = list;
  if (Array.isArray(value)) return list;
  throw new CountersignError("invalid-argument", `${name}: not an array`);
}

/** The core reads or writes one export at a time. */
function thenClear<Result>(work: () => Result): Result {
  try {
    return work();
  } finally {
    core().clearMigration();
  }
}

function takeExport(index: number): MigrationExport {
  const accounts: OtpAccount[] = [];
  for (let next = core().takeMigrated(index); next !== 0; next = core().takeMigrated(index))
    accounts.push(adoptAccount(next));
  const [size, seen = ""] = given(core().migrationBatch(index)).split(":");
  return {
    accounts,
    batch: { size: Number(size), seen: namesIn(seen).map(Number) },
    rejected: rejectedOf(index),
  };
}

function rejectedOf(index: number): RejectedEntry[] {
  const rejected: RejectedEntry[] = [];
  for (;;) {
    const text = core().migrationRejected(index, rejected.length);
    if (text === "") return rejected;
    const [batch, entry, error, ...name] = text.split(":");
    rejected.push({
      batch: Number(batch),
      entry: Number(entry),
      name: name.join(":"),
      error: error as ErrorCode,
    });
  }
}
