import { randomUUID } from "node:crypto";
import type { Database } from "../storage/database.js";
import type { UserRow } from "../storage/schema.js";

export type User = Pick<UserRow, "id" | "tenant" | "name" | "email" | "role" | "password_hash">;

const COLUMNS = ["id", "tenant", "name", "email", "role", "password_hash"] as const;

/** The tenant that people who sign up belong to; the demo has one. */
export const TENANT = "fernhill";

/** The form in which addresses are stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().normalize("NFC").toLowerCase();
}

export async function findUserByEmail(database: Database, email: string): Promise<User | undefined> {
  return await database
    .selectFrom("users")
    .select(COLUMNS)
    .where("email", "=", normalizeEmail(email))
    .executeTakeFirst();
}

export async function findUser(database: Database, id: string): Promise<User | undefined> {
  return await database.selectFrom("users").select(COLUMNS).where("id", "=", id).executeTakeFirst();
}

/** @returns the new account, or undefined where the address has one */
export async function addUser(
  database: Database,
  person: { name: string; email: string; role: UserRow["role"]; passwordHash: string; now: number },
): Promise<User | undefined> {
  return await database
    .insertInto("users")
    .values({
      id: randomUUID(),
      tenant: TENANT,
      name: person.name.trim().normalize("NFC"),
      email: normalizeEmail(person.email),
      role: person.role,
      password_hash: person.passwordHash,
      created_at: person.now,
    })
    .onConflict((conflict) => conflict.column("email").doNothing())
    .returning(COLUMNS)
    .executeTakeFirst();
}
