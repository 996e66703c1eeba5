import type { Totp } from "countersign";

/** Shown by the authenticator app beside the account. */
export const ISSUER = "Fernhill";

/** T52: the values that every app knows. T11: a code lives 30 s, well under two minutes. */
export const TOTP = { algorithm: "SHA1", digits: 6, period: 30 } as const satisfies Partial<
  ConstructorParameters<typeof Totp>[0]
>;

/** T1: 160 bits. */
export const SECRET_BYTES = 20;

/** Steps each side that a sign-in code may be off, around the learned drift. RFC 6238 §5.2 allows one. */
export const SIGN_IN_WINDOW = 1;

/** Steps each side that the first code may be off: the drift is learned from it. RFC 6238 §6 gives two as example. */
export const ENROLL_REACH = 2;

/** Steps each side that are searched to tell a person how far off the phone's clock is; never accepted. */
export const CLOCK_SEARCH = 10;

export const BACKUP_CODES = 10;
