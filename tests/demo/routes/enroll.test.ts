import { afterEach, describe, expect, test } from "@jest/globals";
import jsqrModule from "jsqr";
import { URI } from "otpauth";
import { PNG } from "pngjs";
import type { Browser } from "../browser.js";
import {
  beginEnrollment,
  closePortals,
  enroll,
  enrolledPortal,
  LAYLA,
  ROSA,
  signIn,
  testPortal,
  type TestPortal,
} from "../test-portal.js";

afterEach(closePortals);

const SECRET = "/account/security/enroll/secret";
const OWN_FETCH = { accept: "application/json", "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" };

async function signedIn(): Promise<TestPortal & { rosa: Browser }> {
  const portal = await testPortal();
  const rosa = portal.browser();
  await signIn(rosa);
  return { ...portal, rosa };
}

async function confirm(
  browser: Browser,
  code: string,
  saved = "yes",
): Promise<Readonly<Record<string, unknown>>> {
  return (await browser.post("/account/security/enroll/confirm", { code, saved })).json;
}

describe("beginning a set-up", () => {
  test("R71 T36 asks for the password again", async () => {
    const { rosa, database } = await signedIn();
    for (const password of ["", "not her password", LAYLA.password]) {
      const answer = await rosa.post("/account/security/enroll", { password });
      expect([answer.status, answer.json]).toEqual([401, { error: "wrong-password" }]);
    }
    expect(await database.selectFrom("enrollments").selectAll().execute()).toEqual([]);
    const answer = await rosa.post("/account/security/enroll", { password: ROSA.password });
    expect(answer.json).toEqual({ ok: true, location: "/account/security/enroll" });
  });

  test("ends the session after five wrong passwords, so that an unlocked screen is no place to guess", async () => {
    const { rosa, browser } = await signedIn();
    for (let guess = 0; guess < 5; guess += 1) {
      await rosa.post("/account/security/enroll", { password: "not her password" });
    }
    const sixth = await rosa.post("/account/security/enroll", { password: ROSA.password });
    expect(sixth.json).toEqual({ error: "expired", location: "/sign-in?notice=session-ended" });
    expect((await rosa.get("/account/security")).status).toBe(303);
    await expect(signIn(browser())).resolves.toBe("/account/security");
  });

  test("R61 shows key, picture and ten backup codes together, and shows the same after a reload", async () => {
    const { rosa, clock } = await signedIn();
    const { backupCodes } = await beginEnrollment(rosa, clock);
    expect(backupCodes).toHaveLength(10);
    const first = await rosa.get("/account/security/enroll");
    const again = await rosa.get("/account/security/enroll");
    expect(again.text).toBe(first.text);
    expect(first.text).toContain('src="/account/security/enroll/qr.png"');
  });

  test("T1 T2 T11 makes another key of 160 bits each time, for six digits every 30 seconds", async () => {
    const { rosa, clock } = await signedIn();
    const keys = new Set<string>();
    for (let round = 0; round < 3; round += 1) {
      await beginEnrollment(rosa, clock);
      const { key, uri } = (await rosa.get(SECRET, OWN_FETCH)).json;
      keys.add(String(key));
      expect(URI.parse(String(uri))).toMatchObject({ digits: 6, period: 30, algorithm: "SHA1" });
    }
    expect(keys.size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[A-Z2-7]{32}$/u);
  });

  test("R12 cannot replace an authenticator that is on", async () => {
    const { rosa, database } = await enrolledPortal();
    const answer = await rosa.post("/account/security/enroll", { password: ROSA.password });
    expect(answer.json).toEqual({ ok: true, location: "/account/security" });
    expect(await database.selectFrom("enrollments").selectAll().execute()).toEqual([]);
  });
});

describe("what a set-up shows", () => {
  test("the picture for pages without script holds the address that the page's core draws", async () => {
    const { rosa, clock } = await signedIn();
    await beginEnrollment(rosa, clock);
    const { uri, key, expiresAt } = (await rosa.get(SECRET, OWN_FETCH)).json;
    const picture = await rosa.get("/account/security/enroll/qr.png");
    expect(picture.headers["content-type"]).toBe("image/png");
    const { data, width, height } = PNG.sync.read(picture.bytes);
    const decode = jsqrModule.default;
    expect(decode(new Uint8ClampedArray(data), width, height)?.data).toBe(uri);
    expect(String(uri)).toContain(`secret=${String(key)}`);
    expect(String(uri)).toContain("issuer=Fernhill");
    expect(expiresAt).toBe(clock.now() + 10 * 60_000);
  });

  test.each([
    ["another site", { ...OWN_FETCH, "sec-fetch-site": "cross-site" }],
    ["another host of the same site", { ...OWN_FETCH, "sec-fetch-site": "same-site" }],
    ["the address bar", { ...OWN_FETCH, "sec-fetch-mode": "navigate" }],
    ["a page that does not ask for JSON", { ...OWN_FETCH, accept: "text/html" }],
    ["a client that says nothing about itself", { accept: "application/json" }],
  ])("T38 the key is not given to %s", async (_who, headers) => {
    const { rosa, clock } = await signedIn();
    await beginEnrollment(rosa, clock);
    const answer = await rosa.get(SECRET, headers);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("otpauth");
  });

  test("the key is given to an older browser that sends the form token instead", async () => {
    const { rosa, clock } = await signedIn();
    await beginEnrollment(rosa, clock);
    const answer = await rosa.get(SECRET, { accept: "application/json", "x-csrf-token": rosa.csrf });
    expect(answer.status).toBe(200);
  });

  test("belongs to the session that began it", async () => {
    const { rosa, browser, clock } = await signedIn();
    await beginEnrollment(rosa, clock);
    const elsewhere = browser();
    await signIn(elsewhere);
    for (const path of ["", "/qr.png"]) {
      expect((await elsewhere.get(`/account/security/enroll${path}`)).location).toBe("/account/security");
    }
    expect((await elsewhere.get(SECRET, OWN_FETCH)).status).toBe(401);
  });

  test("T38 nothing of it may be stored by the browser, and no address holds the key", async () => {
    const { rosa, clock } = await signedIn();
    await beginEnrollment(rosa, clock);
    const key = String((await rosa.get(SECRET, OWN_FETCH)).json["key"]);
    const page = await rosa.get("/account/security/enroll");
    for (const answer of [
      page,
      await rosa.get(SECRET, OWN_FETCH),
      await rosa.get("/account/security/enroll/qr.png"),
    ]) {
      expect(answer.headers["cache-control"]).toBe("no-store");
    }
    const attributes = [...page.text.matchAll(/\s[\w-]+="([^"]*)"/gu)].map(([, value]) => value).join(" ");
    expect(attributes).not.toContain(key);
    expect(attributes).not.toContain("otpauth");
  });
});

describe("confirming a set-up", () => {
  test("R36 R67 turns it on with a right code and the tick, and the session needs no second sign-in", async () => {
    const { rosa, clock } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    expect(await confirm(rosa, phone.code())).toEqual({ ok: true, location: "/account/security?step=done" });
    expect((await rosa.get("/account/security?step=done")).status).toBe(200);
    expect((await rosa.get("/")).status).toBe(200);
  });

  test("R67 R80 without the tick nothing is turned on, and the code is not spent", async () => {
    const { rosa, clock } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    expect(await confirm(rosa, phone.code(), "")).toEqual({ error: "not-saved" });
    expect(await confirm(rosa, phone.code())).toMatchObject({ ok: true });
  });

  test("R67 a wrong code turns nothing on", async () => {
    const { rosa, clock, browser } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    expect(await confirm(rosa, phone.wrongCode())).toEqual({ error: "mismatch", triesLeft: 4 });
    expect(await confirm(rosa, "12 34")).toEqual({ error: "malformed" });
    await expect(signIn(browser())).resolves.toBe("/account/security");
  });

  test.each([
    [60, { ok: true, location: "/account/security?step=done" }],
    [-60, { ok: true, location: "/account/security?step=done" }],
    [150, { error: "clock", driftSeconds: 150 }],
    [-300, { error: "clock", driftSeconds: -300 }],
    [600, { error: "mismatch", triesLeft: 4 }],
  ])("T5 tells a person whose phone's clock is off by %d s", async (off, expected) => {
    const { rosa, clock } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    expect(await confirm(rosa, phone.code(off))).toEqual(expected);
  });

  test("T5 the offset learned from the first code lets the same phone sign in", async () => {
    const { rosa, clock, browser } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    await confirm(rosa, phone.code(-60));
    clock.advance({ minutes: 5 });
    const again = browser();
    await signIn(again);
    expect((await again.post("/sign-in/code", { code: phone.code(-60) })).json).toEqual({
      ok: true,
      location: "/",
    });
  });

  test("T7 five wrong codes make the account wait here too", async () => {
    const { rosa, clock } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    for (let guess = 0; guess < 4; guess += 1) await confirm(rosa, phone.wrongCode());
    const lockedUntil = clock.now() + 60 * 60_000;
    expect(await confirm(rosa, phone.wrongCode())).toEqual({ error: "locked", lockedUntil });
    expect(await confirm(rosa, phone.code())).toEqual({ error: "locked", lockedUntil });
  });

  test("T40 every code that is refused is in the log, and a forgotten tick is not", async () => {
    const { rosa, clock, database } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    for (const code of ["12 34", phone.wrongCode(), phone.code(150)]) await confirm(rosa, code);
    await confirm(rosa, phone.code(), "");
    const log = await database.selectFrom("security_log").select("event").orderBy("at").execute();
    expect(log.map(({ event }) => event)).toEqual([
      "signed-in",
      "enroll-started",
      "code-refused",
      "code-refused",
      "code-refused",
    ]);
  });

  test("T4 the same code sent twice at the same moment confirms once", async () => {
    const { rosa, clock, database } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    const code = phone.code();
    const answers = await Promise.all([confirm(rosa, code), confirm(rosa, code), confirm(rosa, code)]);
    expect(answers.filter((answer) => answer["ok"] === true)).toHaveLength(1);
    expect(await database.selectFrom("authenticators").selectAll().execute()).toHaveLength(1);
  });

  test("T36 ends every other session of the account, and gives this one a new token", async () => {
    const { rosa, browser, clock } = await signedIn();
    const elsewhere = browser();
    await signIn(elsewhere);
    const before = rosa.cookies.get("cs_session");
    await enroll(rosa, clock);
    expect(rosa.cookies.get("cs_session")).not.toBe(before);
    expect((await elsewhere.get("/account/security")).location).toBe("/sign-in?notice=session-ended");
    const thief = browser();
    thief.cookies.set("cs_session", before ?? "");
    expect((await thief.get("/account/security")).status).toBe(303);
  });

  test("works as forms without script", async () => {
    const { rosa, clock } = await signedIn();
    await rosa.get("/account/security?step=password");
    const begun = await rosa.submit("/account/security/enroll", { password: ROSA.password });
    expect([begun.status, begun.location]).toEqual([303, "/account/security/enroll"]);
    const { phone } = await beginEnrollment(rosa, clock);
    const untold = await rosa.submit("/account/security/enroll/confirm", { code: phone.code() });
    expect(untold.status).toBe(422);
    const done = await rosa.submit("/account/security/enroll/confirm", { code: phone.code(), saved: "yes" });
    expect([done.status, done.location]).toEqual([303, "/account/security?step=done"]);
  });
});

describe("leaving a set-up", () => {
  test("R69 cancel leaves it off, and key and codes are dead", async () => {
    const { rosa, clock, browser, database } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    const cancelled = await rosa.post("/account/security/enroll/cancel", {});
    expect(cancelled.json).toEqual({ ok: true, location: "/account/security" });
    expect(await confirm(rosa, phone.code())).toEqual({ error: "expired", location: "/account/security" });
    expect(await database.selectFrom("enrollments").selectAll().execute()).toEqual([]);
    await expect(signIn(browser())).resolves.toBe("/account/security");
  });

  test("R34 T15 it runs out after ten minutes, not a millisecond before, and the next has another key", async () => {
    const { rosa, clock } = await signedIn();
    const { phone } = await beginEnrollment(rosa, clock);
    clock.advance({ minutes: 10, milliseconds: -1 });
    expect((await rosa.get("/account/security/enroll")).status).toBe(200);
    clock.advance({ milliseconds: 1 });
    expect(await confirm(rosa, phone.code())).toEqual({ error: "expired", location: "/account/security" });
    const next = await beginEnrollment(rosa, clock);
    expect(await confirm(rosa, phone.code())).toMatchObject({ error: "mismatch" });
    expect(await confirm(rosa, next.phone.code())).toMatchObject({ ok: true });
  });

  test("R69 signing out forgets it", async () => {
    const { rosa, clock, database } = await signedIn();
    await beginEnrollment(rosa, clock);
    await rosa.post("/sign-out", {});
    expect(await database.selectFrom("enrollments").selectAll().execute()).toEqual([]);
  });
});
