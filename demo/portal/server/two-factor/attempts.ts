// Wrong codes of an account, whatever the method, session or device. T7, T30: parallel guesses count as well.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { HOUR } from "../clock.js";
import type { PortalContext } from "../context.js";

/** Wrong codes within the window after which the account waits. A success gives nothing back: tries only age out. */
export const MAX_WRONG_CODES = 5;
export const ATTEMPT_WINDOW = HOUR;

export interface Budget {
  /** 0 to 5. */
  readonly triesLeft: number;
  /** When the next try is possible, where none is left. */
  readonly lockedUntil?: number;
}

export async function readBudget(context: PortalContext, userId: string): Promise<Budget> {
  const recent = await context.database
    .selectFrom("code_attempts")
    .select("at")
    .where("user_id", "=", userId)
    .where("at", ">", context.clock() - ATTEMPT_WINDOW)
    .orderBy("at", "desc")
    .limit(MAX_WRONG_CODES)
    .execute();
  const oldest = recent.at(MAX_WRONG_CODES - 1);
  if (oldest !== undefined) return { triesLeft: 0, lockedUntil: oldest.at + ATTEMPT_WINDOW };
  return { triesLeft: MAX_WRONG_CODES - recent.length };
}

/**
 * Takes a try before the code is looked at. One statement counts and inserts, so that however many requests run side
 * by side, at most five are being checked or were wrong within any hour.
 *
 * @returns the try, to be given back unless the code was wrong; undefined where none is left
 */
export async function takeAttempt(context: PortalContext, userId: string): Promise<string | undefined> {
  const id = randomUUID();
  const now = context.clock();
  const since = now - ATTEMPT_WINDOW;
  const taken = await sql`
    INSERT INTO code_attempts (id, user_id, at)
    SELECT ${id}, ${userId}, ${now}
    WHERE (SELECT count(*) FROM code_attempts WHERE user_id = ${userId} AND at > ${since}) < ${MAX_WRONG_CODES}
  `.execute(context.database);
  return taken.numAffectedRows === 1n ? id : undefined;
}

/** The code was right, or one that costs nothing. */
export async function giveBackAttempt(context: PortalContext, id: string): Promise<void> {
  await context.database.deleteFrom("code_attempts").where("id", "=", id).execute();
}
