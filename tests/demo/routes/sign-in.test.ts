import { afterEach, describe, expect, test } from "@jest/globals";
import { closePortals, enrolledPortal, LAYLA, ROSA, signIn, testPortal } from "../test-portal.js";

afterEach(closePortals);

describe("signing in with a password", () => {
  test("opens the account where no second factor is on", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    expect(await signIn(rosa)).toBe("/account/security");
    expect((await rosa.get("/")).status).toBe(200);
  });

  test("T34 gives a stranger the same answer for a wrong password and for an address nobody has", async () => {
    const portal = await testPortal();
    const stranger = portal.browser();
    await stranger.get("/sign-in");
    const wrong = await stranger.post("/sign-in", { email: ROSA.email, password: "not her password" });
    const nobody = await stranger.post("/sign-in", {
      email: "nobody@fernhill.example",
      password: "not her password",
    });
    expect(wrong.status).toBe(401);
    expect([nobody.status, nobody.text]).toEqual([wrong.status, wrong.text]);
    expect(wrong.json).toEqual({ error: "credentials" });
  });

  test("T34 answers a sign-up alike whether or not the address has an account, and changes nothing", async () => {
    const portal = await testPortal();
    const stranger = portal.browser();
    await stranger.get("/sign-up");
    const form = { name: "Somebody", password: "a password of theirs" };
    const taken = await stranger.post("/sign-up", { ...form, email: ROSA.email.toUpperCase() });
    const free = await stranger.post("/sign-up", { ...form, email: "new@fernhill.example" });
    expect([taken.status, taken.text]).toEqual([free.status, free.text]);
    await expect(signIn(portal.browser(), ROSA)).resolves.toBe("/account/security");
    const newcomer = { email: "New@Fernhill.example", password: form.password };
    await expect(signIn(portal.browser(), newcomer)).resolves.toBe("/account/security");
  });

  test.each([
    ["name", { name: " ", email: "a@b.example", password: "long enough for it" }],
    ["email", { name: "A", email: "a:b@c.example", password: "long enough for it" }],
    ["email", { name: "A", email: `${"é".repeat(127)}@c.example`, password: "long enough for it" }],
    ["email", { name: "A", email: "a b@c.example", password: "long enough for it" }],
    ["password", { name: "A", email: "a@b.example", password: "eleven char" }],
    ["password", { name: "A", email: "a@b.example", password: "x".repeat(1025) }],
  ])("names the field that is wrong at sign-up: %s", async (error, fields) => {
    const portal = await testPortal();
    const stranger = portal.browser();
    await stranger.get("/sign-up");
    const answer = await stranger.post("/sign-up", fields);
    expect([answer.status, answer.json]).toEqual([422, { error }]);
  });

  test("works as a form without script, with a redirect that a reload does not repeat", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    await rosa.get("/sign-in");
    const refused = await rosa.submit("/sign-in", { email: ROSA.email, password: "not her password" });
    expect([refused.status, refused.headers["content-type"]]).toEqual([401, "text/html; charset=utf-8"]);
    const accepted = await rosa.submit("/sign-in", { email: ROSA.email, password: ROSA.password });
    expect([accepted.status, accepted.location]).toEqual([303, "/account/security"]);
  });
});

describe("sessions", () => {
  test("T36 a session gets a new token with the password and another with the code", async () => {
    const { browser, phone } = await enrolledPortal();
    const rosa = browser();
    await rosa.get("/sign-in");
    const visiting = rosa.cookies.get("cs_session");
    await signIn(rosa);
    const pending = rosa.cookies.get("cs_session");
    expect((await rosa.post("/sign-in/code", { code: phone.code() })).json).toEqual({
      ok: true,
      location: "/",
    });
    const full = rosa.cookies.get("cs_session");
    expect(new Set([visiting, pending, full]).size).toBe(3);
    const thief = browser();
    thief.cookies.set("cs_session", pending ?? "");
    expect((await thief.get("/account/security")).location).toBe("/sign-in?notice=session-ended");
    expect((await thief.get("/sign-in/code")).location).toBe("/sign-in?notice=session-ended");
  });

  test("R68 a session that has not given its code sees the challenge and nothing else", async () => {
    const { browser } = await enrolledPortal();
    const rosa = browser();
    expect(await signIn(rosa)).toBe("/sign-in/code");
    for (const page of [
      "/",
      "/account/security",
      "/account/security/enroll",
      "/account/security/enroll/qr.png",
    ]) {
      expect([page, (await rosa.get(page)).location]).toEqual([page, "/sign-in/code"]);
    }
    for (const form of [
      "/account/security/enroll",
      "/account/security/turn-off",
      "/account/security/enroll/confirm",
    ]) {
      const answer = await rosa.post(form, { password: ROSA.password });
      expect([form, answer.status, answer.json["location"]]).toEqual([form, 401, "/sign-in/code"]);
    }
  });

  test("a session waits ten minutes for its code and no longer", async () => {
    const { browser, clock, phone } = await enrolledPortal();
    const rosa = browser();
    await signIn(rosa);
    clock.advance({ minutes: 10, milliseconds: -1 });
    expect((await rosa.get("/sign-in/code")).status).toBe(200);
    clock.advance({ milliseconds: 1 });
    const late = await rosa.post("/sign-in/code", { code: phone.code() });
    expect([late.status, late.json]).toEqual([
      401,
      { error: "expired", location: "/sign-in?notice=session-ended" },
    ]);
  });

  test("a signed-in session ends after twelve hours", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    await signIn(rosa);
    portal.clock.advance({ minutes: 720, milliseconds: -1 });
    expect((await rosa.get("/account/security")).status).toBe(200);
    portal.clock.advance({ milliseconds: 1 });
    expect((await rosa.get("/account/security")).location).toBe("/sign-in?notice=session-ended");
  });

  test("signing out ends the session on the server, not only in the browser", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    await signIn(rosa);
    const token = rosa.cookies.get("cs_session");
    expect((await rosa.submit("/sign-out", {})).location).toBe("/sign-in?notice=signed-out");
    expect(rosa.cookies.has("cs_session")).toBe(false);
    rosa.cookies.set("cs_session", token ?? "");
    expect((await rosa.get("/account/security")).status).toBe(303);
  });

  test("T36 tokens have 256 random bits and are stored as hashes only", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    await signIn(rosa);
    const token = rosa.cookies.get("cs_session") ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await portal.database.selectFrom("sessions").selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test("one person's session is no key to another's account", async () => {
    const portal = await testPortal();
    const layla = portal.browser();
    await signIn(layla, LAYLA);
    const page = await layla.get("/account/security");
    expect(page.text).toContain(LAYLA.email);
    expect(page.text).not.toContain(ROSA.email);
  });
});
