import type { Database } from "../storage/database.js";
import { hashPassword } from "./passwords.js";
import { addUser } from "./users.js";

/** Two people to try the demo with. The passwords are printed at start and shown on the sign-in page. */
export const DEMO_USERS = [
  {
    name: "Rosa Lindqvist",
    email: "rosa.lindqvist@fernhill.example",
    password: "walnut-ferry-lantern",
    role: "principal",
  },
  {
    name: "Layla Mansour",
    email: "layla.mansour@fernhill.example",
    password: "copper-orchard-tide",
    role: "member",
  },
] as const;

/** Adds the demo's people to a database that has nobody; leaves any other as it is. */
export async function seedDemoUsers(database: Database, now: number): Promise<void> {
  const somebody = await database.selectFrom("users").select("id").limit(1).executeTakeFirst();
  if (somebody !== undefined) return;
  for (const { password, ...person } of DEMO_USERS) {
    await addUser(database, { ...person, passwordHash: await hashPassword(password), now });
  }
}
