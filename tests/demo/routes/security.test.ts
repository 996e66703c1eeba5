import { afterEach, describe, expect, test } from "@jest/globals";
import { closePortals, enrolledPortal, ROSA, signIn, testPortal } from "../test-portal.js";

afterEach(closePortals);

describe("turning it off", () => {
  test("R12 T36 T41 needs the password and a code, each right", async () => {
    const { rosa, phone, browser } = await enrolledPortal();
    const off = async (password: string, code: string): Promise<unknown> =>
      (await rosa.post("/account/security/turn-off", { password, code })).json;
    expect(await off("not her password", phone.code())).toEqual({ error: "wrong-password" });
    expect(await off(ROSA.password, "")).toEqual({ error: "malformed" });
    expect(await off(ROSA.password, phone.wrongCode())).toEqual({ error: "mismatch", triesLeft: 4 });
    await expect(signIn(browser())).resolves.toBe("/sign-in/code");
    expect(await off(ROSA.password, phone.code())).toEqual({ ok: true, location: "/account/security" });
    await expect(signIn(browser())).resolves.toBe("/account/security");
  });

  test("takes a backup code from somebody who lost the phone", async () => {
    const { rosa, backupCodes } = await enrolledPortal();
    const fields = { password: ROSA.password, code: backupCodes[4] ?? "" };
    expect((await rosa.post("/account/security/turn-off", fields)).json).toMatchObject({ ok: true });
  });

  test("asks for a backup code where the phone is gone, and asks for it again when that was refused", async () => {
    const { rosa } = await enrolledPortal();
    const page = await rosa.get("/account/security?step=turn-off&method=backup-code");
    expect(page.text).toContain("Backup code");
    const fields = { password: ROSA.password, code: "00000-00000-00000", method: "backup-code" };
    const refused = await rosa.submit("/account/security/turn-off", fields);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("That backup code isn’t one of yours.");
    expect(refused.text).not.toContain("Code from your authenticator app");
  });

  test("T4 a code that signed in does not turn it off as well", async () => {
    const { browser, phone } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    const code = phone.code();
    await rosa.post("/sign-in/code", { code });
    await rosa.get("/account/security");
    const answer = await rosa.post("/account/security/turn-off", { password: ROSA.password, code });
    expect(answer.json).toMatchObject({ error: "replayed" });
  });

  test("T36 ends every other session and removes key and codes", async () => {
    const { rosa, phone, clock, browser, database } = await enrolledPortal();
    const elsewhere = browser();
    await signIn(elsewhere);
    await elsewhere.post("/sign-in/code", { code: phone.code() });
    clock.advance({ seconds: 30 });
    await rosa.post("/account/security/turn-off", { password: ROSA.password, code: phone.code() });
    expect((await elsewhere.get("/account/security")).status).toBe(303);
    expect((await rosa.get("/account/security")).status).toBe(200);
    expect(await database.selectFrom("authenticators").selectAll().execute()).toEqual([]);
  });

  test("shows the page with the reason where there is no script", async () => {
    const { rosa } = await enrolledPortal();
    const refused = await rosa.submit("/account/security/turn-off", {
      password: "not her password",
      code: "123456",
    });
    expect([refused.status, refused.headers["content-type"]]).toEqual([401, "text/html; charset=utf-8"]);
  });
});

describe("the security page", () => {
  test("R57 names the workspaces that it applies to", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    await signIn(rosa);
    expect((await rosa.get("/account/security")).text).toContain("Lindqvist Audit");
  });

  test("tells once that a backup code was used", async () => {
    const { browser, backupCodes } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    await rosa.post("/sign-in/code", { code: backupCodes[0] ?? "", method: "backup-code" });
    const first = await rosa.get("/account/security");
    const second = await rosa.get("/account/security");
    expect(first.text).not.toBe(second.text);
    expect(first.text.length).toBeGreaterThan(second.text.length);
  });

  test("T33 T40 lists what happened to the account, newest first", async () => {
    const { rosa, database } = await enrolledPortal();
    await rosa.get("/account/security");
    const events = await database.selectFrom("security_log").select("event").orderBy("at").execute();
    expect(events.map(({ event }) => event)).toEqual(["signed-in", "enroll-started", "two-factor-on"]);
  });

  test("a name with markup in it is text on the page", async () => {
    const portal = await testPortal();
    const person = {
      name: '<img src=x onerror="alert(1)">',
      email: "x@fernhill.example",
      password: "a long password",
    };
    const browser = portal.browser();
    await browser.get("/sign-up");
    await browser.post("/sign-up", person);
    await signIn(browser, person);
    expect((await browser.get("/account/security")).text).not.toContain("<img src=x");
  });
});
