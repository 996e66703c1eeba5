// Sessions: a random token in a cookie, its hash in the table. T36: a new token after sign-in and after the second factor.
import { createHash, randomBytes } from "node:crypto";
import type { Notice } from "../../pages/models.js";
import { type Clock, HOUR, MINUTE } from "../clock.js";
import type { Database } from "../storage/database.js";
import type { SessionRow } from "../storage/schema.js";

/** 256 bits; T36 asks for 128. */
const TOKEN_BYTES = 32;
const FULL_SESSION = 12 * HOUR;
/** How long a person has between password and code. */
const PENDING_SESSION = 10 * MINUTE;
/** Wrong passwords, where it is asked for again, before the session ends. */
const MAX_PASSWORD_FAILURES = 5;

export type Session = Pick<SessionRow, "id" | "user_id" | "stage" | "expires_at">;

export class Sessions {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Makes a session; the returned token goes into the cookie and nowhere else. */
  async start(userId: string, stage: SessionRow["stage"]): Promise<{ token: string; session: Session }> {
    const token = newToken();
    const now = this.#clock();
    const session = {
      id: idOf(token),
      user_id: userId,
      stage,
      expires_at: now + (stage === "full" ? FULL_SESSION : PENDING_SESSION),
    };
    await this.#database.deleteFrom("sessions").where("expires_at", "<=", now).execute();
    await this.#database
      .insertInto("sessions")
      .values({ ...session, created_at: now, password_failures: 0, notice: null })
      .execute();
    return { token, session };
  }

  /** @returns the session of a cookie's token, or undefined where it is unknown, ended or over */
  async find(token: string): Promise<Session | undefined> {
    return await this.#database
      .selectFrom("sessions")
      .select(["id", "user_id", "stage", "expires_at"])
      .where("id", "=", idOf(token))
      .where("expires_at", ">", this.#clock())
      .executeTakeFirst();
  }

  /** @returns whether this call ended it; false where it was over already */
  async end(id: string): Promise<boolean> {
    const ended = await this.#database.deleteFrom("sessions").where("id", "=", id).executeTakeFirst();
    return ended.numDeletedRows > 0n;
  }

  /** Ends every session of a person, this one too; pending set-ups go with them. */
  async endAll(userId: string): Promise<void> {
    await this.#database.deleteFrom("sessions").where("user_id", "=", userId).execute();
  }

  /** Leaves a message for the next page of this session. */
  async leaveNotice(id: string, notice: Notice): Promise<void> {
    await this.#database
      .updateTable("sessions")
      .set({ notice: JSON.stringify(notice) })
      .where("id", "=", id)
      .execute();
  }

  /** The message left for this session; it is told once. */
  async takeNotice(id: string): Promise<Notice | undefined> {
    const row = await this.#database
      .selectFrom("sessions")
      .select("notice")
      .where("id", "=", id)
      .executeTakeFirst();
    if (row?.notice == null) return undefined;
    await this.#database.updateTable("sessions").set({ notice: null }).where("id", "=", id).execute();
    return JSON.parse(row.notice) as Notice;
  }

  /**
   * Takes one of the five tries at the password of this session, before the password is looked at, so that parallel
   * guesses count too.
   *
   * @returns false where they are spent: the caller ends the session
   */
  async takePasswordTry(id: string): Promise<boolean> {
    const taken = await this.#database
      .updateTable("sessions")
      .set((row) => ({ password_failures: row("password_failures", "+", 1) }))
      .where("id", "=", id)
      .where("password_failures", "<", MAX_PASSWORD_FAILURES)
      .executeTakeFirst();
    return taken.numUpdatedRows > 0n;
  }

  /** The password was right: its tries count from zero again. */
  async clearPasswordTries(id: string): Promise<void> {
    await this.#database.updateTable("sessions").set({ password_failures: 0 }).where("id", "=", id).execute();
  }
}

/** 32 random bytes in base64url: 43 characters. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

function idOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
