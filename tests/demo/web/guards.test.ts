import { afterEach, describe, expect, test } from "@jest/globals";
import { closePortals, LAYLA, ROSA, signIn, testPortal } from "../test-portal.js";

afterEach(closePortals);

const FORM = { password: ROSA.password };
const ENROLL = "/account/security/enroll";

describe("T37 a form that another site sends", () => {
  test.each([
    ["without a token", { csrf: "" }],
    ["with a made-up token", { csrf: "A".repeat(43) }],
  ])("%s changes nothing", async (_how, token) => {
    const portal = await testPortal();
    const rosa = portal.browser();
    await signIn(rosa);
    const answer = await rosa.post(ENROLL, { ...FORM, ...token });
    expect([answer.status, answer.json]).toEqual([403, { error: "csrf" }]);
    expect(await portal.database.selectFrom("enrollments").selectAll().execute()).toEqual([]);
  });

  test("with the token of somebody else's session changes nothing", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    const layla = portal.browser();
    await signIn(rosa);
    await signIn(layla, LAYLA);
    expect((await rosa.post(ENROLL, { ...FORM, csrf: layla.csrf })).status).toBe(403);
  });

  test("with the token from before sign-in changes nothing", async () => {
    const portal = await testPortal();
    const rosa = portal.browser();
    await rosa.get("/sign-in");
    const before = rosa.csrf;
    await signIn(rosa);
    expect((await rosa.post(ENROLL, { ...FORM, csrf: before })).status).toBe(403);
  });

  test.each(["https://evil.example", "http://127.0.0.1:4001", "https://127.0.0.1:4000", "null"])(
    "from the origin %s is refused even with the right token",
    async (origin) => {
      const portal = await testPortal();
      const rosa = portal.browser();
      await signIn(rosa);
      expect((await rosa.submit(ENROLL, FORM, { origin })).status).toBe(403);
    },
  );

  test("cannot sign a person in to another account", async () => {
    const portal = await testPortal();
    const visitor = portal.browser();
    const answer = await visitor.post("/sign-in", { email: ROSA.email, password: ROSA.password });
    expect(answer.status).toBe(403);
    expect(await portal.database.selectFrom("sessions").selectAll().execute()).toEqual([]);
  });
});

describe("a request", () => {
  test("for a host name that is not ours gets no page and no cookie", async () => {
    const portal = await testPortal();
    const rebound = portal.browser();
    rebound.host = "rebound.example:4000";
    const answer = await rebound.get("/sign-in");
    expect([answer.status, answer.headers["set-cookie"]]).toEqual([421, undefined]);
    expect(answer.text).not.toContain("csrf");
  });

  test.each(["127.0.0.1:4000", "localhost:4000", "[::1]:4000"])("for %s is answered", async (host) => {
    const portal = await testPortal();
    const rosa = portal.browser();
    rosa.host = host;
    await expect(signIn(rosa)).resolves.toBe("/account/security");
  });

  test("larger than any form of ours is refused", async () => {
    const portal = await testPortal();
    const visitor = portal.browser();
    await visitor.get("/sign-in");
    expect((await visitor.post("/sign-in", { email: "x".repeat(20_000), password: "" })).status).toBe(413);
  });

  test("for an address that does not exist gets a page", async () => {
    const portal = await testPortal();
    const answer = await portal.browser().get("/no/such/page");
    expect([answer.status, answer.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
  });
});
