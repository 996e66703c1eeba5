import { Secret, Totp } from "countersign";
import type { PortalContext } from "../context.js";
import type { PortalKeys, SealedPlace } from "../keys/portal-keys.js";
import type { User } from "../people/users.js";
import type { AuthenticatorRow } from "../storage/schema.js";
import { ISSUER, TOTP } from "./parameters.js";

export async function findAuthenticator(
  context: PortalContext,
  userId: string,
): Promise<AuthenticatorRow | undefined> {
  return await context.database
    .selectFrom("authenticators")
    .selectAll()
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

/** The row that a sealed text of this person's authenticator opens in. */
export function placeOf(user: User, authenticator: string, kind: SealedPlace["kind"]): SealedPlace {
  return { kind, tenant: user.tenant, user: user.id, authenticator };
}

/**
 * Opens a sealed secret for the length of one piece of work; key and copies are wiped after it, whatever happens.
 *
 * @throws SealBroken where the row was changed or swapped
 */
export async function withTotp<Result>(
  keys: PortalKeys,
  user: User,
  row: { readonly id: string; readonly secret_sealed: string },
  work: (totp: Totp, secret: Secret) => Result | Promise<Result>,
): Promise<Result> {
  const bytes = await keys.open(row.secret_sealed, placeOf(user, row.id, "secret"));
  const secret = Secret.fromBytes(bytes);
  bytes.fill(0);
  let totp: Totp | undefined;
  try {
    totp = new Totp({ secret, issuer: ISSUER, account: user.email, ...TOTP });
    return await work(totp, secret);
  } finally {
    totp?.dispose();
    secret.dispose();
  }
}
