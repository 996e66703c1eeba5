import { hash, verify } from "@node-rs/argon2";

/** Characters (UTF-16 units) of a password, both ends included. */
export const PASSWORD_LENGTH = { min: 12, max: 1024 } as const;

// The package's `const enum` has no value at run time.
const ARGON2ID = 2;
// OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, 2 passes, 1 lane.
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** @returns a PHC string with its own salt and parameters */
export async function hashPassword(password: string): Promise<string> {
  return await hash(normalize(password), PARAMETERS);
}

let nobody: Promise<string> | undefined;

/**
 * Whether the password is the one of this hash.
 *
 * @param stored - without one (no such account) the same work is done and the answer is no, so that time tells nothing
 */
export async function checkPassword(stored: string | undefined, password: string): Promise<boolean> {
  if (password.length > PASSWORD_LENGTH.max) return false;
  nobody ??= hashPassword("no account has this password");
  const same = await verify(stored ?? (await nobody), normalize(password));
  return same && stored !== undefined;
}

// NIST SP 800-63B-4 §3.1.1.2: normalized before hashing, so that another keyboard's "é" is the same "é".
function normalize(password: string): string {
  return password.normalize("NFC");
}
