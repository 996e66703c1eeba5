import { describe, expect, test } from "@jest/globals";
import { checkPassword, hashPassword } from "../../../demo/portal/server/people/passwords.js";

describe("a password", () => {
  test("is stored as Argon2id with 19 MiB, two passes, and a salt of its own", async () => {
    const [first, second] = await Promise.all([
      hashPassword("the same password"),
      hashPassword("the same password"),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/u);
    expect(second).not.toBe(first);
  });

  test("is recognized, and another is not", async () => {
    const stored = await hashPassword("walnut ferry");
    expect(await checkPassword(stored, "walnut ferry")).toBe(true);
    expect(await checkPassword(stored, "walnut ferrY")).toBe(false);
  });

  test("typed on another keyboard is the same: é is é", async () => {
    const stored = await hashPassword("caf\u00e9 au lait");
    expect(await checkPassword(stored, "cafe\u0301 au lait")).toBe(true);
  });

  test("is never right for somebody who does not exist", async () => {
    expect(await checkPassword(undefined, "no account has this password")).toBe(false);
  });

  test("of a size that no account has is refused unread", async () => {
    expect(await checkPassword(await hashPassword("walnut ferry"), "x".repeat(1025))).toBe(false);
  });
});
