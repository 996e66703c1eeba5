// How the portal is reached: the cookie over http and https, and what the page's policy stops.
import { describe, expect, test } from "@jest/globals";
import type { Cookie } from "playwright-core";
import { setStage } from "./stage/stage.js";

const shape = ({ name, secure, httpOnly, sameSite, path, domain }: Cookie): object => ({
  name,
  secure,
  httpOnly,
  sameSite,
  path,
  domain,
});

describe("over https with the local certificate", () => {
  const stage = setStage({ portal: ["--https"] });

  test("T37 the one cookie is __Host-cs_session, which no script and no other host gets, and set-up and sign-in work", async () => {
    expect(stage.portal.address).toMatch(/^https:/u);
    const finn = await stage.person("finn", { ignoreHTTPSErrors: true });
    await finn.signUp();
    await finn.enroll();
    const cookies = await finn.context.cookies();
    const rest = { httpOnly: true, sameSite: "Lax", path: "/", domain: "127.0.0.1" };
    expect(cookies.map(shape)).toEqual([{ name: "__Host-cs_session", secure: true, ...rest }]);
    expect(await finn.page.evaluate(() => document.cookie)).toBe("");
    await finn.signOut();
    await finn.typePassword();
    await finn.codeInput.fill(finn.freshCode());
    await finn.isSignedIn();
    expect(finn.seen.complaints).toEqual([]);
  });
});

describe("over http on this machine", () => {
  const stage = setStage();

  test("T37 the one cookie is cs_session without Secure, which WebKit would refuse here", async () => {
    const finn = await stage.person("finn");
    await finn.signUp();
    const rest = { httpOnly: true, sameSite: "Lax", path: "/", domain: "127.0.0.1" };
    expect((await finn.context.cookies()).map(shape)).toEqual([
      { name: "cs_session", secure: false, ...rest },
    ]);
  });

  test("T37 the page's policy stops markup from strings, inline handlers, eval, other hosts and frames", async () => {
    const finn = await stage.person("finn");
    await finn.page.goto("/sign-in");
    const stopped = await finn.page.evaluate(async () => {
      const tried = (work: () => unknown): string => {
        try {
          work();
          return "worked";
        } catch (error) {
          return (error as Error).name;
        }
      };
      return {
        markup: tried(() => (document.body.innerHTML = "<b>injected</b>")),
        script: tried(() => (document.createElement("script").src = "/client/other.js")),
        handler: tried(() => {
          document.body.setAttribute("onclick", "void 0");
        }),
        // From a timer, because what the debugger itself runs may use eval.
        evaluated: await new Promise<string>((done) => {
          setTimeout(() => {
            // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that it is refused is the point
            done(tried(() => new Function("return 1")));
          });
        }),
        elsewhere: await fetch("https://elsewhere.example/").then(
          () => "worked",
          (error: unknown) => (error as Error).name,
        ),
      };
    });
    expect(stopped).toEqual({
      markup: "TypeError",
      script: "TypeError",
      handler: "TypeError",
      evaluated: "EvalError",
      elsewhere: "TypeError",
    });

    const framing = await finn.context.newPage();
    await framing.setContent(`<iframe src="${stage.portal.address}/sign-in"></iframe>`);
    const frame = framing.frames()[1];
    await frame?.waitForLoadState();
    expect(await frame?.locator("form").count()).toBe(0);
  });
});
