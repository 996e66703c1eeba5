import type { PortalContext } from "../context.js";

/** Removes key and backup codes, and every session: the caller starts a new one for the person at hand. R12, T36. */
export async function removeAuthenticator(context: PortalContext, userId: string): Promise<void> {
  await context.database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("authenticators").where("user_id", "=", userId).execute();
    await transaction.deleteFrom("enrollments").where("user_id", "=", userId).execute();
    await transaction.deleteFrom("sessions").where("user_id", "=", userId).execute();
  });
}
