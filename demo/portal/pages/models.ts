/**
 * What each page of the portal shows, and what the forms answer. The server fills these, the pages draw them.
 *
 * Times are milliseconds since the Unix epoch on the server's clock. Strings are plain text; the pages escape them.
 */

/** Addresses of the bundle, read from Vite's manifest. */
export interface Assets {
  readonly script: string;
  readonly styles: readonly string[];
}

/** What every page needs. */
export interface PageBase {
  readonly assets: Assets;
  /** The token that each form posts as `csrf`. */
  readonly csrf: string;
  /** The server's clock when the page was made. */
  readonly now: number;
  readonly notice?: Notice;
}

export interface User {
  readonly name: string;
  readonly email: string;
}

/** Something that just happened, told once on the next page. */
export type Notice =
  | { readonly kind: "signed-out" } // the session was ended by the person
  | { readonly kind: "signed-up" } // the account was made, unless the address had one: the answer is the same
  | { readonly kind: "session-ended" } // the session ran out or was ended elsewhere
  | { readonly kind: "enroll-canceled" } // the set-up was left; key and codes are dead
  | { readonly kind: "enroll-expired" } // the set-up ran out; key and codes are dead
  | { readonly kind: "turned-off" } // two-factor authentication was turned off
  | { readonly kind: "backup-code-used"; readonly left: number }; // signed in with a backup code

/** Why a code was refused. */
export type CodeError =
  | "mismatch" // not the code of this key and time
  | "malformed" // not six digits, or not a backup code; costs no try
  | "replayed" // right, but already used; costs no try
  | "expired" // the code, the set-up or the sign-in ran out
  | "locked" // too many tries; see `lockedUntil`
  | "not-saved" // the tick that the backup codes are saved is missing
  | "clock" // right for another time; see `driftSeconds`
  | "mistyped" // a backup code with a wrong check character; costs no try
  | "unknown" // a backup code that isn't of this account
  | "used"; // a backup code that was used before

export interface CodeProblem {
  readonly error: CodeError;
  /** Tries left within the hour, where the code cost one. */
  readonly triesLeft?: number;
  /** When the next try is possible, with "locked". */
  readonly lockedUntil?: number;
  /** How far the phone's clock is ahead (positive) or behind (negative), with "clock". */
  readonly driftSeconds?: number;
  /** Seconds until the next code, with "replayed". */
  readonly waitSeconds?: number;
}

/** The JSON answer of a form that was posted by script. `location` is where the page goes next. */
export type FormAnswer =
  | { readonly ok: true; readonly location?: string }
  | (CodeProblem & { readonly location?: string })
  | FormRefusal;

/** The JSON answer of the sign-up, sign-in and password forms. */
export interface FormRefusal {
  readonly error: FormError;
  readonly lockedUntil?: number;
}

export type FormError =
  | "name" // empty, or over 100 characters
  | "email" // not an e-mail address
  | "password" // under 12 characters or over 1,024
  | "taken" // the account could not be made with this address
  | "credentials" // address and password don't match; never says which
  | "wrong-password" // the password asked again isn't right
  | "too-many" // too many tries; see `lockedUntil`
  | "csrf"; // the form is too old; reload

export interface SignUpModel extends PageBase {
  readonly name?: string;
  readonly email?: string;
  readonly problem?: FormRefusal;
}

export interface SignInModel extends PageBase {
  readonly email?: string;
  readonly problem?: FormRefusal;
  /** Accounts of a freshly seeded demo, shown beneath the form; absent in production. */
  readonly demoAccounts?: readonly { readonly email: string; readonly password: string }[];
}

export type ChallengeMethod = "authenticator" | "backup-code";

/** GET /sign-in/code; `?method=backup-code` and `?method=other` choose the view. */
export interface ChallengeModel extends PageBase {
  readonly user: User;
  readonly view: ChallengeMethod | "other";
  /** Digits of the code. */
  readonly digits: number;
  /** Seconds a code lasts. */
  readonly period: number;
  readonly backupCodesLeft: number;
  readonly backupCodesMadeAt: number;
  /** Tries left within the hour, shared by both methods. */
  readonly triesLeft: number;
  /** Set while authenticator codes have to wait. */
  readonly lockedUntil?: number;
  /** Whether a backup code is taken while authenticator codes wait. */
  readonly backupCodeWhileLocked: boolean;
  readonly problem?: CodeProblem;
}

/** The first page after sign-in, GET /. */
export interface DocumentsModel extends PageBase {
  readonly user: User;
  readonly twoFactor: boolean;
}

export interface LogRow {
  readonly event: LogEvent;
  readonly at: number;
  /** Browser and address in short, such as "Firefox on Linux". */
  readonly where: string;
  /** How often in a row, for refused codes; 1 by default. */
  readonly count?: number;
}

export type LogEvent =
  | "signed-up"
  | "signed-in" // with the password alone
  | "signed-in-code" // with a code from the app
  | "signed-in-backup-code"
  | "signed-out"
  | "password-refused"
  | "code-refused"
  | "backup-code-refused"
  | "locked"
  | "two-factor-on"
  | "two-factor-off"
  | "enroll-started"
  | "enroll-canceled";

export type TwoFactorState =
  | { readonly on: false }
  | {
      readonly on: true;
      readonly since: number;
      readonly lastUsedAt?: number;
      readonly backupCodesLeft: number;
      readonly backupCodesTotal: number;
    };

/**
 * GET /account/security. `?step=explain`, `?step=password`, `?step=turn-off` and `?step=done` open a dialog or the red
 * card without script; "password" also after a refused password, with `problem`.
 */
export interface SecurityModel extends PageBase {
  readonly user: User;
  readonly workspaces: readonly string[];
  readonly twoFactor: TwoFactorState;
  readonly log: readonly LogRow[];
  readonly step?: "explain" | "password" | "turn-off" | "done";
  /** Which code "turn-off" asks for; the app's by default, a backup code from somebody who lost the phone. */
  readonly method?: ChallengeMethod;
  /** Why the password ("explain", "password") or password and code ("turn-off") were refused. */
  readonly problem?: FormRefusal | CodeProblem;
}

/** A pending set-up. It holds a secret: its page is no-store, and no field may reach a log. */
export interface EnrollmentModel {
  /** The key in base32, in groups of four. */
  readonly keyGroups: readonly string[];
  readonly issuer: string;
  readonly account: string;
  readonly digits: number;
  readonly period: number;
  readonly backupCodes: readonly string[];
  readonly madeAt: number;
  readonly expiresAt: number;
}

/** GET /account/security/enroll: the security page with the set-up dialog open. */
export interface EnrollModel extends PageBase {
  readonly user: User;
  readonly workspaces: readonly string[];
  readonly enrollment: EnrollmentModel;
  readonly problem?: CodeProblem;
  /** Whether the tick was set in the refused form. */
  readonly saved?: boolean;
}

/** GET /account/security/enroll/secret */
export interface EnrollSecret {
  readonly uri: string;
  readonly key: string;
  readonly expiresAt: number;
}

/** GET /help: answers of the portal's own help. */
export interface HelpModel extends PageBase {
  readonly user?: User;
}

/** An address that doesn't exist, a form that is too old, or a fault of ours. */
export interface ErrorModel extends PageBase {
  readonly user?: User;
  readonly status: 400 | 403 | 404 | 429 | 500;
}
