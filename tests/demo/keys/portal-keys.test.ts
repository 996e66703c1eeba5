import { afterEach, describe, expect, test } from "@jest/globals";
import { sql } from "kysely";
import { PortalKeys, SealBroken, type SealedPlace } from "../../../demo/portal/server/keys/portal-keys.js";
import { closePortals, enroll, LAYLA, ROSA, signIn, TEST_KEY, testPortal } from "../test-portal.js";

afterEach(closePortals);

const PLACE: SealedPlace = { kind: "secret", tenant: "t", user: "u", authenticator: "a" };
const PLAIN = Uint8Array.from([1, 2, 3, 4, 5]);

describe("T10 a sealed text", () => {
  test("opens in its own row", async () => {
    const keys = await PortalKeys.fromBytes(TEST_KEY);
    expect(await keys.open(await keys.seal(PLAIN, PLACE), PLACE)).toEqual(PLAIN);
  });

  test.each([
    ["kind", { ...PLACE, kind: "backup-codes" as const }],
    ["tenant", { ...PLACE, tenant: "other" }],
    ["user", { ...PLACE, user: "other" }],
    ["authenticator", { ...PLACE, authenticator: "other" }],
    ["user and tenant shifted into each other", { ...PLACE, tenant: 't","u', user: "" }],
  ])("does not open in a row with another %s", async (_what, place) => {
    const keys = await PortalKeys.fromBytes(TEST_KEY);
    await expect(keys.open(await keys.seal(PLAIN, PLACE), place)).rejects.toThrow(SealBroken);
  });

  test("does not open with another key", async () => {
    const keys = await PortalKeys.fromBytes(TEST_KEY);
    const others = await PortalKeys.fromBytes(new Uint8Array(32));
    await expect(others.open(await keys.seal(PLAIN, PLACE), PLACE)).rejects.toThrow(SealBroken);
  });

  test("does not open with any one byte changed, cut or missing", async () => {
    const keys = await PortalKeys.fromBytes(TEST_KEY);
    const sealed = Buffer.from(await keys.seal(PLAIN, PLACE), "base64url");
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      await expect(keys.open(changed.toString("base64url"), PLACE)).rejects.toThrow(SealBroken);
      await expect(keys.open(sealed.subarray(0, index).toString("base64url"), PLACE)).rejects.toThrow(
        SealBroken,
      );
    }
  });

  test("is another each time", async () => {
    const keys = await PortalKeys.fromBytes(TEST_KEY);
    const sealed = await Promise.all(Array.from({ length: 50 }, () => keys.seal(PLAIN, PLACE)));
    expect(new Set(sealed).size).toBe(50);
  });
});

test("the key has exactly 32 bytes", async () => {
  await expect(PortalKeys.fromBytes(new Uint8Array(31))).rejects.toThrow(RangeError);
  await expect(PortalKeys.fromBytes(new Uint8Array(33))).rejects.toThrow(RangeError);
});

test("each person's backup codes are hashed with a key of their own", async () => {
  const keys = await PortalKeys.fromBytes(TEST_KEY);
  const derived = [keys.backupCodeKey("t", "a"), keys.backupCodeKey("t", "b"), keys.backupCodeKey("ta", "")];
  expect(new Set(derived.map((key) => Buffer.from(key).toString("hex"))).size).toBe(3);
});

test("T10 rows swapped between two people open for neither, and nobody gets in with the other's code", async () => {
  const portal = await testPortal();
  const rosa = portal.browser();
  const layla = portal.browser();
  await signIn(rosa, ROSA);
  await signIn(layla, LAYLA);
  const rosas = await enroll(rosa, portal.clock, ROSA.password);
  const laylas = await enroll(layla, portal.clock, LAYLA.password);
  portal.clock.advance({ seconds: 30 });
  const rows = await portal.database.selectFrom("authenticators").selectAll().orderBy("created_at").execute();
  for (const [index, row] of rows.entries()) {
    const other = rows[1 - index];
    if (other === undefined) throw new Error("two people have two rows");
    const { secret_sealed, backup_codes } = other;
    // The secret's column is read-only to the portal's own code, so the swap is written by hand.
    await sql`
      UPDATE authenticators SET secret_sealed = ${secret_sealed}, backup_codes = ${backup_codes} WHERE id = ${row.id}
    `.execute(portal.database);
  }
  const thief = portal.browser();
  await signIn(thief, ROSA);
  for (const code of [laylas.phone.code(), rosas.phone.code(), laylas.backupCodes[0] ?? ""]) {
    const answer = await thief.post("/sign-in/code", { code });
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({ error: "request" });
  }
  expect(portal.faults.every((fault) => fault instanceof SealBroken)).toBe(true);
  expect((await thief.get("/account/security")).location).toBe("/sign-in/code");
});
