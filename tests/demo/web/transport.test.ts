import { afterEach, describe, expect, test } from "@jest/globals";
import { StartError } from "../../../demo/portal/server/start/start-error.js";
import { chooseTransport } from "../../../demo/portal/server/web/transport.js";
import { localCertificate } from "../../../demo/portal/server/start/certificate.js";
import { temporaryFolder } from "../temporary-folder.js";
import { closePortals, signIn, testPortal } from "../test-portal.js";

afterEach(closePortals);

describe("T37 the session cookie", () => {
  test("over http on loopback is cs_session: HttpOnly, SameSite=Lax, for this host, until the browser closes", async () => {
    const portal = await testPortal();
    const answer = await portal.browser().get("/sign-in");
    expect(answer.headers["set-cookie"]?.join()).toMatch(
      /^cs_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/u,
    );
  });

  test("over https is __Host-cs_session and Secure", async () => {
    const https = await localCertificate(await temporaryFolder(), "127.0.0.1", Date.now());
    const portal = await testPortal({ https });
    const rosa = portal.browser();
    const answer = await rosa.get("/sign-in");
    expect(answer.headers["set-cookie"]?.join()).toMatch(
      /^__Host-cs_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/u,
    );
    await expect(signIn(rosa)).resolves.toBe("/account/security");
  });
});

describe("plain http", () => {
  test.each(["127.0.0.1", "localhost", "::1"])("is allowed on %s", (host) => {
    expect(chooseTransport({ https: false, host, production: false }).cookieName).toBe("cs_session");
  });

  test.each(["0.0.0.0", "192.168.1.20", "portal.example", "127.0.0.1.evil.example"])(
    "is refused on %s",
    (host) => {
      expect(() => chooseTransport({ https: false, host, production: false })).toThrow(StartError);
    },
  );

  test("is refused in production, even on loopback", async () => {
    await expect(testPortal({ production: true })).rejects.toMatchObject({ code: "insecure-transport" });
  });
});
