import { Kysely, SqliteDialect } from "kysely";
import SqliteFile from "libsql";
import { migrate } from "./migrations.js";
import type { Tables } from "./schema.js";

export type Database = Kysely<Tables>;

/**
 * Opens the portal's database and brings it to today's tables.
 *
 * @param path - a file, made where it is absent, or ":memory:"
 * @throws the error of SQLite where the file is not a database or cannot be written
 */
export async function openDatabase(path: string): Promise<Database> {
  const file = new SqliteFile(path);
  file.exec("PRAGMA journal_mode = WAL");
  file.exec("PRAGMA foreign_keys = ON");
  file.exec("PRAGMA busy_timeout = 5000");
  // A key that was cancelled must not stay readable in a free page of the file.
  file.exec("PRAGMA secure_delete = ON");
  const database: Database = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
  await migrate(database);
  return database;
}
