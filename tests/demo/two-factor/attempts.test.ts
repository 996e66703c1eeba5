import { afterEach, describe, expect, test } from "@jest/globals";
import { closePortals, enrolledPortal, signIn } from "../test-portal.js";

afterEach(closePortals);

describe("wrong codes", () => {
  test("T7 T30 after five within an hour the account waits and says until when", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    const start = clock.now();
    for (const triesLeft of [4, 3, 2, 1]) {
      const answer = await rosa.post("/sign-in/code", { code: phone.wrongCode() });
      expect([answer.status, answer.json]).toEqual([422, { error: "mismatch", triesLeft }]);
      clock.advance({ minutes: 1 });
    }
    const lockedUntil = start + 60 * 60_000;
    const fifth = await rosa.post("/sign-in/code", { code: phone.wrongCode() });
    expect([fifth.status, fifth.json]).toEqual([429, { error: "locked", lockedUntil }]);
    expect(fifth.headers["retry-after"]).toBe(String(56 * 60));
    const right = await rosa.post("/sign-in/code", { code: phone.code() });
    expect([right.status, right.json]).toEqual([429, { error: "locked", lockedUntil }]);
  });

  test("T7 the account waits to the millisecond it said, in every session", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    const guesser = browser();
    await signIn(guesser);
    for (let guess = 0; guess < 5; guess += 1)
      await guesser.post("/sign-in/code", { code: phone.wrongCode() });
    clock.advance({ minutes: 60, milliseconds: -1 });
    const rosa = browser();
    await signIn(rosa);
    expect((await rosa.post("/sign-in/code", { code: phone.code() })).json).toMatchObject({
      error: "locked",
    });
    clock.advance({ milliseconds: 1 });
    expect((await rosa.post("/sign-in/code", { code: phone.code() })).json).toEqual({
      ok: true,
      location: "/",
    });
  });

  test("T7 thirty guesses at the same moment from ten sessions are five guesses", async () => {
    const { browser, database, phone } = await enrolledPortal();
    const browsers = Array.from({ length: 10 }, () => browser());
    for (const each of browsers) await signIn(each);
    const guesses = browsers.flatMap((each) => Array.from({ length: 3 }, () => each));
    const answers = await Promise.all(
      guesses.map((each) => each.post("/sign-in/code", { code: phone.wrongCode() })),
    );
    expect(answers.filter((answer) => answer.json["error"] === "mismatch").length).toBeLessThan(5);
    expect(answers.every((answer) => ["mismatch", "locked"].includes(String(answer.json["error"])))).toBe(
      true,
    );
    expect(await database.selectFrom("code_attempts").selectAll().execute()).toHaveLength(5);
  });

  test("T7 codes from the app and backup codes spend the same five tries", async () => {
    const { browser, phone } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    const { backupCodes: others } = await enrolledPortal();
    for (const code of [phone.wrongCode(), others[0] ?? "", phone.wrongCode(), others[1] ?? ""]) {
      await rosa.post("/sign-in/code", { code });
    }
    const fifth = await rosa.post("/sign-in/code", { code: others[2] ?? "", method: "backup-code" });
    expect([fifth.status, fifth.json["error"]]).toEqual([429, "locked"]);
  });

  test("a success gives no tries back: they only age out", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    for (let guess = 0; guess < 4; guess += 1) await rosa.post("/sign-in/code", { code: phone.wrongCode() });
    await rosa.post("/sign-in/code", { code: phone.code() });
    clock.advance({ minutes: 1 });
    const again = browser();
    await signIn(again);
    expect((await again.post("/sign-in/code", { code: phone.wrongCode() })).json).toMatchObject({
      error: "locked",
    });
  });

  test("T8 T33 T40 the owner reads of refused codes, and the log holds no code", async () => {
    const { browser, clock, database, phone, rosa } = await enrolledPortal();
    const guesser = browser();
    guesser.userAgent =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
    await signIn(guesser);
    const wrong = phone.wrongCode();
    for (let guess = 0; guess < 6; guess += 1) await guesser.post("/sign-in/code", { code: wrong });
    clock.advance({ minutes: 5 });
    const page = await rosa.get("/account/security");
    expect(page.text).toContain("Chrome on Windows");
    const log = await database.selectFrom("security_log").selectAll().execute();
    const events = log.map(({ event }) => event);
    expect(events.filter((event) => event === "code-refused")).toHaveLength(4);
    expect(events.filter((event) => event === "locked")).toHaveLength(2);
    expect(JSON.stringify(log.map(({ event, client }) => ({ event, client })))).not.toContain(wrong);
  });
});
