// The tables. Times are milliseconds since the Unix epoch; "sealed" columns hold AES-256-GCM text, see keys/portal-keys.ts.
import type { LogEvent } from "../../pages/models.js";

export interface KeyRow {
  readonly id: string;
  /** Proves that the key at hand is the one the rows were sealed with, without holding it. */
  readonly check_value: string;
  readonly created_at: number;
}

export interface UserRow {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
  /** As compared: NFC, lower case. */
  readonly email: string;
  readonly role: "principal" | "member";
  /** PHC string of Argon2id. */
  password_hash: string;
  readonly created_at: number;
}

export interface SessionRow {
  /** SHA-256 of the token in the cookie, base64url; the token itself is nowhere stored. */
  readonly id: string;
  readonly user_id: string;
  /** "pending" has given the password and not yet the code: it can see nothing but the challenge. */
  readonly stage: "pending" | "full";
  readonly created_at: number;
  readonly expires_at: number;
  /** Wrong passwords where the password was asked for again. */
  password_failures: number;
  /** JSON of what the next page tells once. */
  notice: string | null;
}

export interface AuthenticatorRow {
  readonly id: string;
  readonly user_id: string;
  readonly key_id: string;
  readonly secret_sealed: string;
  /** Last step that was accepted; written only by compare-and-set. */
  last_step: number;
  /** Steps that the phone's clock is ahead (positive) or behind. */
  drift: number;
  /** JSON of a BackupCodeSet: hashes only; written only by compare-and-set. */
  backup_codes: string;
  backup_codes_left: number;
  readonly created_at: number;
  last_used_at: number | null;
}

/** A set-up that was begun and not confirmed. One a person, bound to the session that began it. */
export interface EnrollmentRow {
  /** Becomes the id of the authenticator, so that what is sealed for it stays readable. */
  readonly id: string;
  readonly user_id: string;
  readonly session_id: string;
  readonly key_id: string;
  readonly secret_sealed: string;
  /** The codes themselves, so that a reload within the ten minutes shows the same; gone with this row. */
  readonly codes_sealed: string;
  readonly backup_codes: string;
  readonly created_at: number;
  readonly expires_at: number;
}

/** A try that cost something, or one that is being checked right now. */
export interface CodeAttemptRow {
  readonly id: string;
  readonly user_id: string;
  readonly at: number;
}

export interface SecurityLogRow {
  readonly id: string;
  readonly user_id: string;
  readonly at: number;
  readonly event: LogEvent;
  /** Browser and system in short; no address, no code. */
  readonly client: string;
}

export interface Tables {
  keys: KeyRow;
  users: UserRow;
  sessions: SessionRow;
  authenticators: AuthenticatorRow;
  enrollments: EnrollmentRow;
  code_attempts: CodeAttemptRow;
  security_log: SecurityLogRow;
}
