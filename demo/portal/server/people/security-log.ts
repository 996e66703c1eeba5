// What happened to an account, for its owner to read. T33, T40: every success and failure, never a code or a key.
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import type { LogEvent, LogRow } from "../../pages/models.js";
import type { Clock } from "../clock.js";
import type { Database } from "../storage/database.js";

const SHOWN_ROWS = 20;
/** Read at most; refused attempts in a row are folded into one shown row. */
const READ_ROWS = 200;
const FOLDED: ReadonlySet<LogEvent> = new Set(["password-refused", "code-refused", "backup-code-refused"]);

export class SecurityLog {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** @param client - browser and system in short, see web/client-name.ts */
  async add(userId: string, event: LogEvent, client: string): Promise<void> {
    await this.#database
      .insertInto("security_log")
      .values({ id: randomUUID(), user_id: userId, at: this.#clock(), event, client })
      .execute();
  }

  /** The latest events, newest first, at most 20 rows. */
  async latest(userId: string): Promise<LogRow[]> {
    const rows = await this.#database
      .selectFrom("security_log")
      .select(["event", "at", "client"])
      .where("user_id", "=", userId)
      .orderBy("at", "desc")
      .orderBy(sql`rowid`, "desc")
      .limit(READ_ROWS)
      .execute();
    const shown: { event: LogEvent; at: number; where: string; count: number }[] = [];
    for (const { event, at, client } of rows) {
      const last = shown.at(-1);
      if (last?.event === event && last.where === client && FOLDED.has(event)) last.count += 1;
      else shown.push({ event, at, where: client, count: 1 });
    }
    return shown.slice(0, SHOWN_ROWS);
  }
}
