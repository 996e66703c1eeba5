// Setting up an authenticator: begun, shown for ten minutes, then confirmed, cancelled or expired. R34, R67, R69.
import { randomUUID } from "node:crypto";
import { BackupCodes, QrCode, Secret } from "countersign";
import type { EnrollmentModel, EnrollSecret } from "../../pages/models.js";
import { MINUTE } from "../clock.js";
import type { PortalContext } from "../context.js";
import type { User } from "../people/users.js";
import type { EnrollmentRow } from "../storage/schema.js";
import { placeOf, withTotp } from "./authenticator.js";
import { BACKUP_CODES, ISSUER, SECRET_BYTES, TOTP } from "./parameters.js";

/** R34: not confirmed within ten minutes, it starts anew with another key. */
export const ENROLLMENT_LIFETIME = 10 * MINUTE;

/** Makes a key and backup codes for a person, and forgets those of every set-up that was begun before or ran out. */
export async function beginEnrollment(context: PortalContext, user: User, sessionId: string): Promise<void> {
  const id = randomUUID();
  const { codes, set } = await BackupCodes.generate({
    count: BACKUP_CODES,
    hashKey: context.keys.backupCodeKey(user.tenant, user.id),
  });
  const now = context.clock();
  const row: EnrollmentRow = {
    id,
    user_id: user.id,
    session_id: sessionId,
    key_id: context.keys.id,
    secret_sealed: await sealNewSecret(context, user, id),
    codes_sealed: await context.keys.seal(
      new TextEncoder().encode(JSON.stringify(codes)),
      placeOf(user, id, "backup-codes"),
    ),
    backup_codes: JSON.stringify(set),
    created_at: now,
    expires_at: now + ENROLLMENT_LIFETIME,
  };
  await context.database.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom("enrollments")
      .where((row) => row.or([row("user_id", "=", user.id), row("expires_at", "<=", now)]))
      .execute();
    await transaction.insertInto("enrollments").values(row).execute();
  });
}

async function sealNewSecret(context: PortalContext, user: User, id: string): Promise<string> {
  const secret = Secret.generate(SECRET_BYTES);
  const bytes = Uint8Array.from(secret.toBytes());
  try {
    return await context.keys.seal(bytes, placeOf(user, id, "secret"));
  } finally {
    bytes.fill(0);
    secret.dispose();
  }
}

/** The set-up of this session; "expired" once, while its row is removed; undefined where there is none. */
export async function findEnrollment(
  context: PortalContext,
  sessionId: string,
): Promise<EnrollmentRow | "expired" | undefined> {
  const row = await context.database
    .selectFrom("enrollments")
    .selectAll()
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  if (row === undefined || row.expires_at > context.clock()) return row;
  await removeEnrollment(context, row.id);
  return "expired";
}

/** Key and codes are dead after this. @returns whether this call removed them */
export async function removeEnrollment(context: PortalContext, id: string): Promise<boolean> {
  const removed = await context.database.deleteFrom("enrollments").where("id", "=", id).executeTakeFirst();
  return removed.numDeletedRows > 0n;
}

/** What the page shows: a secret. */
export async function showEnrollment(
  context: PortalContext,
  user: User,
  row: EnrollmentRow,
): Promise<EnrollmentModel> {
  const { key } = await showSecret(context, user, row);
  const codes = await context.keys.open(row.codes_sealed, placeOf(user, row.id, "backup-codes"));
  return {
    keyGroups: key.match(/.{1,4}/gu) ?? [],
    issuer: ISSUER,
    account: user.email,
    digits: TOTP.digits,
    period: TOTP.period,
    backupCodes: JSON.parse(new TextDecoder().decode(codes)) as string[],
    madeAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** What the page's core draws the QR code from: a secret. */
export async function showSecret(
  context: PortalContext,
  user: User,
  row: EnrollmentRow,
): Promise<EnrollSecret> {
  return await withTotp(context.keys, user, row, (totp, secret) => ({
    uri: totp.toUri(),
    key: secret.toBase32(),
    expiresAt: row.expires_at,
  }));
}

/** The same QR code as a picture, for pages where WebAssembly cannot run. @returns a PNG, 6 pixels a module */
export async function drawEnrollment(
  context: PortalContext,
  user: User,
  row: EnrollmentRow,
): Promise<Uint8Array> {
  return await withTotp(context.keys, user, row, (totp) => QrCode.encode(totp.toUri()).toPng({ scale: 6 }));
}
