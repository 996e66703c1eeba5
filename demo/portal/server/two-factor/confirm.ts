// The end of a set-up: one right code and the tick that the backup codes are saved turn the second factor on.
import type { TotpState } from "countersign";
import type { CodeProblem } from "../../pages/models.js";
import type { PortalContext } from "../context.js";
import type { User } from "../people/users.js";
import type { EnrollmentRow } from "../storage/schema.js";
import { giveBackAttempt, readBudget, takeAttempt } from "./attempts.js";
import { withTotp } from "./authenticator.js";
import { BACKUP_CODES, CLOCK_SEARCH, ENROLL_REACH, TOTP } from "./parameters.js";

export type Confirmation = { readonly ok: true } | { readonly ok: false; readonly problem: CodeProblem };

/**
 * Confirms a set-up. The code counts as used, so it cannot sign in as well (T4).
 *
 * Without the tick nothing is looked at: the same code can be sent again with it.
 */
export async function confirmEnrollment(
  context: PortalContext,
  user: User,
  row: EnrollmentRow,
  answer: { readonly code: string; readonly saved: boolean },
): Promise<Confirmation> {
  if (!answer.saved) return refuse({ error: "not-saved" });
  const attempt = await takeAttempt(context, user.id);
  if (attempt === undefined) return await waiting(context, user);
  const seen = await lookAtFirstCode(context, user, row, answer.code);
  if (!("state" in seen)) {
    if (seen.error === "mismatch") return await wrong(context, user);
    await giveBackAttempt(context, attempt);
    return refuse(seen);
  }
  await giveBackAttempt(context, attempt);
  const won = await activate(context, row, seen.state);
  return won ? { ok: true } : refuse({ error: "replayed" });
}

async function lookAtFirstCode(
  context: PortalContext,
  user: User,
  row: EnrollmentRow,
  code: string,
): Promise<{ readonly state: TotpState } | CodeProblem> {
  const time = context.clock();
  const result = await withTotp(context.keys, user, row, (totp) =>
    totp.verify(code, { time, window: CLOCK_SEARCH }),
  );
  if (!result.valid) return { error: result.reason };
  if (Math.abs(result.drift) <= ENROLL_REACH) return { state: result.state };
  return { error: "clock", driftSeconds: result.drift * TOTP.period };
}

/** Moves the pending row over in one transaction; of parallel calls exactly one finds it. */
async function activate(context: PortalContext, row: EnrollmentRow, state: TotpState): Promise<boolean> {
  return await context.database.transaction().execute(async (transaction) => {
    const pending = await transaction
      .deleteFrom("enrollments")
      .where("id", "=", row.id)
      .where("expires_at", ">", context.clock())
      .executeTakeFirst();
    if (pending.numDeletedRows === 0n) return false;
    const added = await transaction
      .insertInto("authenticators")
      .values({
        id: row.id,
        user_id: row.user_id,
        key_id: row.key_id,
        secret_sealed: row.secret_sealed,
        last_step: state.lastStep,
        drift: state.drift,
        backup_codes: row.backup_codes,
        backup_codes_left: BACKUP_CODES,
        created_at: context.clock(),
        last_used_at: null,
      })
      .onConflict((conflict) => conflict.column("user_id").doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  });
}

async function wrong(context: PortalContext, user: User): Promise<Confirmation> {
  const { triesLeft, lockedUntil } = await readBudget(context, user.id);
  return refuse(
    lockedUntil === undefined ? { error: "mismatch", triesLeft } : { error: "locked", lockedUntil },
  );
}

async function waiting(context: PortalContext, user: User): Promise<Confirmation> {
  const { lockedUntil } = await readBudget(context, user.id);
  return refuse({ error: "locked", lockedUntil: lockedUntil ?? context.clock() });
}

function refuse(problem: CodeProblem): Confirmation {
  return { ok: false, problem };
}
