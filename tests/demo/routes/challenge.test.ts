import type { BackupCodeSet } from "countersign";
import { afterEach, describe, expect, test } from "@jest/globals";
import { closePortals, enrolledPortal, signIn } from "../test-portal.js";

afterEach(closePortals);

describe("the code at sign-in", () => {
  test("R40 R68 is asked for at every sign-in to a new session", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    for (let round = 0; round < 3; round += 1) {
      const rosa = browser();
      expect(await signIn(rosa)).toBe("/sign-in/code");
      expect((await rosa.post("/sign-in/code", { code: phone.code() })).json).toEqual({
        ok: true,
        location: "/",
      });
      expect((await rosa.get("/")).status).toBe(200);
      clock.advance({ seconds: 30 });
    }
  });

  test("T4 T12 is refused the second time, says how long to wait, and costs no try", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    const first = browser();
    await signIn(first);
    const code = phone.code();
    await first.post("/sign-in/code", { code });
    const second = browser();
    await signIn(second);
    clock.advance({ seconds: 10 });
    const replay = await second.post("/sign-in/code", { code });
    expect([replay.status, replay.json]).toEqual([422, { error: "replayed", waitSeconds: 20 }]);
    expect((await second.post("/sign-in/code", { code: phone.wrongCode() })).json).toEqual({
      error: "mismatch",
      triesLeft: 4,
    });
  });

  test("T4 the code that confirmed the set-up does not sign in as well", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    clock.advance({ seconds: -30 });
    const rosa = browser();
    await signIn(rosa);
    expect((await rosa.post("/sign-in/code", { code: phone.code() })).json).toMatchObject({
      error: "replayed",
    });
  });

  test("T4 T7 sent by ten sign-ins at the same moment, lets in exactly one", async () => {
    const { browser, phone } = await enrolledPortal();
    const browsers = Array.from({ length: 10 }, () => browser());
    for (const each of browsers) await signIn(each);
    const code = phone.code();
    const answers = await Promise.all(browsers.map((each) => each.post("/sign-in/code", { code })));
    expect(answers.filter((answer) => answer.json["ok"] === true)).toHaveLength(1);
  });

  test("T4 sent twice by one waiting session, makes one session", async () => {
    const { browser, database, phone, backupCodes } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    await Promise.all([
      rosa.post("/sign-in/code", { code: phone.code() }),
      rosa.post("/sign-in/code", { code: backupCodes[0] ?? "" }),
    ]);
    const full = await database.selectFrom("sessions").select("id").where("stage", "=", "full").execute();
    expect(full).toHaveLength(2); // this one, and the one that did the set-up
  });

  test("T3 T5 may be one step off, is refused at two, and the offset is learned", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    const trySignIn = async (off: number): Promise<unknown> => {
      clock.advance({ minutes: 1 });
      const rosa = browser();
      await signIn(rosa);
      return (await rosa.post("/sign-in/code", { code: phone.code(off) })).json;
    };
    expect(await trySignIn(60)).toMatchObject({ error: "mismatch" });
    expect(await trySignIn(30)).toEqual({ ok: true, location: "/" });
    expect(await trySignIn(60)).toEqual({ ok: true, location: "/" });
    expect(await trySignIn(0)).toMatchObject({ error: "mismatch" });
  });

  test("takes what a person pastes", async () => {
    const { browser, phone } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    const code = phone.code();
    const pasted = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect((await rosa.post("/sign-in/code", { code: pasted })).json).toEqual({ ok: true, location: "/" });
  });

  test.each(["", "12345", "1234567", "abcdef", "<script>", "x".repeat(5000)])(
    "answers %p as malformed, and it costs no try",
    async (code) => {
      const { browser, phone } = await enrolledPortal();
      const rosa = browser();
      await signIn(rosa);
      expect((await rosa.post("/sign-in/code", { code })).json).toEqual({ error: "malformed" });
      expect((await rosa.post("/sign-in/code", { code: phone.wrongCode() })).json).toMatchObject({
        triesLeft: 4,
      });
    },
  );

  test("shows a page with the reason where there is no script", async () => {
    const { browser, phone } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    const refused = await rosa.submit("/sign-in/code", { code: phone.wrongCode(), method: "authenticator" });
    expect([refused.status, refused.headers["content-type"]]).toEqual([422, "text/html; charset=utf-8"]);
    expect(refused.text).toMatch(/4\stries\sleft/u);
    const accepted = await rosa.submit("/sign-in/code", { code: phone.code(), method: "authenticator" });
    expect([accepted.status, accepted.location]).toEqual([303, "/"]);
  });
});

describe("a backup code at sign-in", () => {
  test("R66 T21 opens the account once, in any spelling, and is refused the second time", async () => {
    const { browser, backupCodes } = await enrolledPortal();
    const [code = ""] = backupCodes;
    const first = browser();
    await signIn(first);
    const spelled = code.toLowerCase().replaceAll("-", " ");
    expect((await first.post("/sign-in/code", { code: spelled, method: "backup-code" })).json).toEqual({
      ok: true,
      location: "/account/security",
    });
    const second = browser();
    await signIn(second);
    const refused = await second.post("/sign-in/code", { code, method: "backup-code" });
    expect([refused.status, refused.json]).toEqual([422, { error: "used" }]);
  });

  test("T21 sent by six sign-ins at the same moment, lets in exactly one", async () => {
    const { browser, backupCodes } = await enrolledPortal();
    const browsers = Array.from({ length: 6 }, () => browser());
    for (const each of browsers) await signIn(each);
    const answers = await Promise.all(
      browsers.map((each) =>
        each.post("/sign-in/code", { code: backupCodes[3] ?? "", method: "backup-code" }),
      ),
    );
    expect(answers.filter((answer) => answer.json["ok"] === true)).toHaveLength(1);
  });

  test("is taken in the field for the app's code as well", async () => {
    const { browser, backupCodes } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    const answer = await rosa.post("/sign-in/code", { code: backupCodes[1] ?? "", method: "authenticator" });
    expect(answer.json).toEqual({ ok: true, location: "/account/security" });
  });

  test("with one wrong character is told apart from an unknown one, and costs no try", async () => {
    const { browser, backupCodes } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    const code = backupCodes[0] ?? "";
    const mistyped = (code.startsWith("7") ? "8" : "7") + code.slice(1);
    const answer = await rosa.post("/sign-in/code", { code: mistyped, method: "backup-code" });
    expect([answer.status, answer.json]).toEqual([422, { error: "mistyped" }]);
  });

  test("T14 T22 is stored under a slow hash with 128 bits of salt: the database holds none of the codes", async () => {
    const { database, backupCodes } = await enrolledPortal();
    const authenticators = await database.selectFrom("authenticators").selectAll().execute();
    const set = JSON.parse(authenticators[0]?.backup_codes ?? "") as BackupCodeSet;
    expect(Buffer.from(set.salt, "base64")).toHaveLength(16);
    expect(set.iterations).toBeGreaterThanOrEqual(100_000);
    expect(set.keyed).toBe(true);
    const rows = JSON.stringify([
      authenticators,
      await database.selectFrom("enrollments").selectAll().execute(),
    ]);
    expect(backupCodes).toHaveLength(10);
    for (const code of backupCodes) {
      expect(rows).not.toContain(code);
      expect(rows).not.toContain(code.replaceAll("-", ""));
    }
  });
});
