import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import type { Tables } from "./schema.js";

/** Applied in the order of their names, each once. An applied migration is never edited. */
const migrations: Readonly<Record<string, Migration>> = {
  "0001-portal": { up: createTables },
};

/** Brings the database to today's tables. @throws the error of the migration that failed; earlier ones stay */
export async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error as Error;
}

async function createTables(database: Kysely<unknown>): Promise<void> {
  await sql`CREATE TABLE keys (
    id TEXT PRIMARY KEY, check_value TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT`.execute(database);
  await sql`CREATE TABLE users (
    id TEXT PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('principal', 'member')),
    password_hash TEXT NOT NULL, created_at INTEGER NOT NULL) STRICT`.execute(database);
  await sql`CREATE TABLE sessions (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    stage TEXT NOT NULL CHECK (stage IN ('pending', 'full')),
    created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
    password_failures INTEGER NOT NULL DEFAULT 0, notice TEXT) STRICT`.execute(database);
  await sql`CREATE INDEX sessions_of_user ON sessions (user_id)`.execute(database);
  await sql`CREATE INDEX sessions_by_end ON sessions (expires_at)`.execute(database);
  await sql`CREATE TABLE authenticators (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL, secret_sealed TEXT NOT NULL,
    last_step INTEGER NOT NULL, drift INTEGER NOT NULL,
    backup_codes TEXT NOT NULL, backup_codes_left INTEGER NOT NULL,
    created_at INTEGER NOT NULL, last_used_at INTEGER) STRICT`.execute(database);
  await sql`CREATE TABLE enrollments (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE,
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    key_id TEXT NOT NULL, secret_sealed TEXT NOT NULL, codes_sealed TEXT NOT NULL, backup_codes TEXT NOT NULL,
    created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL) STRICT`.execute(database);
  await sql`CREATE TABLE code_attempts (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    at INTEGER NOT NULL) STRICT`.execute(database);
  await sql`CREATE INDEX code_attempts_of_user ON code_attempts (user_id, at)`.execute(database);
  await sql`CREATE TABLE security_log (
    id TEXT PRIMARY KEY, user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    at INTEGER NOT NULL, event TEXT NOT NULL, client TEXT NOT NULL) STRICT`.execute(database);
  await sql`CREATE INDEX security_log_of_user ON security_log (user_id, at)`.execute(database);
}
