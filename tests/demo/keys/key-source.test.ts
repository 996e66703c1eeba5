import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { loadKeys } from "../../../demo/portal/server/keys/key-source.js";
import type { PortalKeys } from "../../../demo/portal/server/keys/portal-keys.js";
import { addUser } from "../../../demo/portal/server/people/users.js";
import { type Database, openDatabase } from "../../../demo/portal/server/storage/database.js";
import { placeOf } from "../../../demo/portal/server/two-factor/authenticator.js";
import { temporaryFolder } from "../temporary-folder.js";
import { ROSA } from "../test-portal.js";

const NOW = Date.parse("2026-03-03T09:00:00Z");

async function emptyPortal(): Promise<{ database: Database; file: string }> {
  return { database: await openDatabase(":memory:"), file: join(await temporaryFolder(), "portal.key") };
}

async function addSealedRow(database: Database, keys: PortalKeys): Promise<void> {
  const user = await addUser(database, { ...ROSA, passwordHash: "", now: NOW });
  if (user === undefined) throw new Error("The address is taken.");
  await database
    .insertInto("authenticators")
    .values({
      id: "a",
      user_id: user.id,
      key_id: keys.id,
      secret_sealed: await keys.seal(new Uint8Array(20), placeOf(user, "a", "secret")),
      last_step: 0,
      drift: 0,
      backup_codes: "{}",
      backup_codes_left: 0,
      created_at: NOW,
      last_used_at: null,
    })
    .execute();
}

describe("the key file", () => {
  test("T10 is made for an empty database, 32 random bytes, readable by its owner alone", async () => {
    const { database, file } = await emptyPortal();
    await loadKeys(database, { file }, NOW);
    expect(Buffer.from((await readFile(file, "utf8")).trim(), "base64")).toHaveLength(32);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await database.destroy();
  });

  test("opens the same database again", async () => {
    const { database, file } = await emptyPortal();
    const first = await loadKeys(database, { file }, NOW);
    const second = await loadKeys(database, { file }, NOW);
    expect(second.id).toBe(first.id);
    await database.destroy();
  });

  test("T10 is not made anew where the database was sealed with a lost one: the portal refuses, and names it", async () => {
    const { database, file } = await emptyPortal();
    await loadKeys(database, { file: join(await temporaryFolder(), "other.key") }, NOW);
    const refused = loadKeys(database, { file }, NOW);
    await expect(refused).rejects.toMatchObject({
      code: "key-absent",
      message: expect.stringContaining(file),
    });
    await expect(stat(file)).rejects.toMatchObject({ code: "ENOENT" });
    await database.destroy();
  });

  test("T10 with another key is refused and named, and neither key is in the message", async () => {
    const { database, file } = await emptyPortal();
    await loadKeys(database, { file: join(await temporaryFolder(), "other.key") }, NOW);
    const wrong = Buffer.alloc(32, 7).toString("base64");
    await writeFile(file, wrong, { mode: 0o600 });
    const error: unknown = await loadKeys(database, { file }, NOW).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "key-wrong", message: expect.stringContaining(file) });
    expect(String(error)).not.toContain(wrong);
    await database.destroy();
  });

  test("T10 is made for no database that holds secrets, even one that forgot which key they were sealed with", async () => {
    const { database, file } = await emptyPortal();
    const keys = await loadKeys(database, { file: join(await temporaryFolder(), "other.key") }, NOW);
    await addSealedRow(database, keys);
    await database.deleteFrom("keys").execute();
    await expect(loadKeys(database, { file }, NOW)).rejects.toMatchObject({
      code: "key-wrong",
      message: expect.stringContaining(file),
    });
    await expect(stat(file)).rejects.toMatchObject({ code: "ENOENT" });
    await database.destroy();
  });

  test("that others can read is refused", async () => {
    const { database, file } = await emptyPortal();
    await writeFile(file, Buffer.alloc(32, 7).toString("base64"));
    await chmod(file, 0o644);
    await expect(loadKeys(database, { file }, NOW)).rejects.toMatchObject({ code: "key-exposed" });
    await database.destroy();
  });

  test.each([
    "",
    "not base64 at all",
    Buffer.alloc(31).toString("base64"),
    Buffer.alloc(33).toString("base64"),
  ])("that holds %p is refused", async (text) => {
    const { database, file } = await emptyPortal();
    await writeFile(file, text, { mode: 0o600 });
    await expect(loadKeys(database, { file }, NOW)).rejects.toMatchObject({ code: "key-malformed" });
    await database.destroy();
  });
});

describe("the key from the environment", () => {
  const fromEnvironment = Buffer.alloc(32, 9).toString("base64");

  test("needs no file and makes none", async () => {
    const { database, file } = await emptyPortal();
    await loadKeys(database, { fromEnvironment, file }, NOW);
    await expect(stat(file)).rejects.toMatchObject({ code: "ENOENT" });
    await database.destroy();
  });

  test("that is not the database's is refused by its name", async () => {
    const { database, file } = await emptyPortal();
    await loadKeys(database, { file }, NOW);
    await expect(loadKeys(database, { fromEnvironment, file }, NOW)).rejects.toMatchObject({
      code: "key-wrong",
      message: expect.stringContaining("COUNTERSIGN_KEY"),
    });
    await database.destroy();
  });
});
