// Whether what a person typed opens the account: a code from the app or a backup code, each once. T4, T12, T21.
import { BackupCodes, type BackupCodeSet } from "countersign";
import type { ChallengeMethod, CodeProblem } from "../../pages/models.js";
import type { PortalContext } from "../context.js";
import type { User } from "../people/users.js";
import type { AuthenticatorRow } from "../storage/schema.js";
import { giveBackAttempt, readBudget, takeAttempt } from "./attempts.js";
import { findAuthenticator, withTotp } from "./authenticator.js";
import { SIGN_IN_WINDOW } from "./parameters.js";

/** Lost compare-and-sets before giving up; each means that a code was accepted elsewhere in that moment. */
const MAX_RACES = 5;

export type CodeCheck =
  | { readonly ok: true; readonly method: "authenticator" }
  | { readonly ok: true; readonly method: "backup-code"; readonly left: number }
  | { readonly ok: false; readonly method: ChallengeMethod; readonly problem: CodeProblem };

/** One look at a code. "raced" means that the stored state moved meanwhile: look again. */
type Look = CodeCheck | "raced";

/**
 * Checks a code and spends it. Only a wrong code costs a try; one that is malformed, mistyped or already used does not.
 *
 * @param preferred - the field it was typed into; a code of the other kind is taken all the same
 */
export async function checkCode(
  context: PortalContext,
  user: User,
  code: string,
  preferred: ChallengeMethod,
): Promise<CodeCheck> {
  const attempt = await takeAttempt(context, user.id);
  if (attempt === undefined) return await locked(context, user, preferred);
  const check = await look(context, user, code, preferred);
  if (check.ok || !isWrong(check.problem)) {
    await giveBackAttempt(context, attempt);
    return check;
  }
  const budget = await readBudget(context, user.id);
  if (budget.lockedUntil !== undefined) return await locked(context, user, check.method);
  return { ...check, problem: { ...check.problem, triesLeft: budget.triesLeft } };
}

async function locked(context: PortalContext, user: User, method: ChallengeMethod): Promise<CodeCheck> {
  const { lockedUntil } = await readBudget(context, user.id);
  // The last try may be one that is being checked elsewhere and is given back in a moment.
  return { ok: false, method, problem: { error: "locked", lockedUntil: lockedUntil ?? context.clock() } };
}

function isWrong(problem: CodeProblem): boolean {
  return problem.error === "mismatch" || problem.error === "unknown";
}

async function look(
  context: PortalContext,
  user: User,
  code: string,
  preferred: ChallengeMethod,
): Promise<CodeCheck> {
  for (let race = 0; race < MAX_RACES; race += 1) {
    const row = await findAuthenticator(context, user.id);
    if (row === undefined) break;
    const seen = await lookOnce(context, user, row, code, preferred);
    if (seen !== "raced") return seen;
  }
  return { ok: false, method: preferred, problem: { error: "replayed" } };
}

async function lookOnce(
  context: PortalContext,
  user: User,
  row: AuthenticatorRow,
  code: string,
  preferred: ChallengeMethod,
): Promise<Look> {
  const fromApp = await lookAtTotp(context, user, row, code);
  if (fromApp === "raced" || fromApp.ok || fromApp.problem.error !== "malformed") return fromApp;
  const fromSheet = await lookAtBackupCode(context, user, row, code);
  if (fromSheet === "raced" || fromSheet.ok || fromSheet.problem.error !== "malformed") return fromSheet;
  return preferred === "backup-code" ? fromSheet : fromApp;
}

async function lookAtTotp(
  context: PortalContext,
  user: User,
  row: AuthenticatorRow,
  code: string,
): Promise<Look> {
  const time = context.clock();
  const state = { lastStep: row.last_step, drift: row.drift };
  const { result, waitSeconds } = await withTotp(context.keys, user, row, (totp) => ({
    result: totp.verify(code, { time, window: SIGN_IN_WINDOW, state }),
    waitSeconds: Math.ceil(totp.remainingMs({ time }) / 1000),
  }));
  if (!result.valid) {
    const problem =
      result.reason === "replayed" ? { error: result.reason, waitSeconds } : { error: result.reason };
    return { ok: false, method: "authenticator", problem };
  }
  const written = await context.database
    .updateTable("authenticators")
    .set({ last_step: result.state.lastStep, drift: result.state.drift, last_used_at: time })
    .where("id", "=", row.id)
    .where("last_step", "=", row.last_step)
    .where("drift", "=", row.drift)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n ? { ok: true, method: "authenticator" } : "raced";
}

async function lookAtBackupCode(
  context: PortalContext,
  user: User,
  row: AuthenticatorRow,
  code: string,
): Promise<Look> {
  const hashKey = context.keys.backupCodeKey(user.tenant, user.id);
  const result = await BackupCodes.verify(code, JSON.parse(row.backup_codes) as BackupCodeSet, { hashKey });
  if (!result.valid) return { ok: false, method: "backup-code", problem: { error: result.reason } };
  const written = await context.database
    .updateTable("authenticators")
    .set({
      backup_codes: JSON.stringify(result.set),
      backup_codes_left: result.left,
      last_used_at: context.clock(),
    })
    .where("id", "=", row.id)
    .where("backup_codes", "=", row.backup_codes)
    .executeTakeFirst();
  return written.numUpdatedRows === 1n ? { ok: true, method: "backup-code", left: result.left } : "raced";
}
