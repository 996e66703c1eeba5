// Where a secret could leak to: the page's markup and names, the network, the address bar, the browser's storage, logs.
import { beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import type { Person } from "./stage/person.js";
import { setStage } from "./stage/stage.js";

const stage = setStage();
let rosa: Person;
let key: string;

beforeAll(async () => {
  rosa = await stage.person("rosa");
  await rosa.signUp();
  await rosa.openSetUp();
  await rosa.drawn();
  await rosa.scan();
  key = rosa.app.secret.base32;
});

/** What may stand nowhere but in the page's text; a text of these is never printed by a failing test. */
const secrets = (): string[] => [key, key.slice(0, 8), "otpauth:", ...rosa.backupCodes];
const holdsSecret = (text: string): boolean => secrets().some((secret) => text.includes(secret));

/** Every attribute of the page. */
async function attributes(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`),
    ),
  );
}

/** What the browser keeps of the page beyond it: addresses, history, storage, caches. */
async function kept(page: Page): Promise<string> {
  const storage = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const caches = await window.caches.keys();
    const { href } = window.location;
    return JSON.stringify([
      href,
      document.title,
      history.state,
      localStorage,
      sessionStorage,
      databases,
      caches,
    ]);
  });
  return storage + JSON.stringify(await page.context().cookies());
}

test("T38 T48 neither key, address nor backup code is in an attribute or an accessible name", async () => {
  expect(key).toHaveLength(32);
  expect(rosa.backupCodes).toHaveLength(10);
  const found = await attributes(rosa.page);
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter(holdsSecret)).toHaveLength(0);
  expect(found.filter((attribute) => attribute.startsWith("style="))).toEqual([]);
  const image = rosa.page.getByRole("img", {
    name: "QR code for setting up your authenticator app",
    exact: true,
  });
  expect(await image.count()).toBe(1);
});

test("T53 the QR code is drawn in the page by the core, on white with four modules of quiet zone, in the dark theme too", async () => {
  expect(await rosa.drawn()).toBe("here");
  await rosa.page.emulateMedia({ colorScheme: "dark" });
  const tile = rosa.page.locator("[data-qr]");
  expect(await tile.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  const ink = await tile.locator("path").evaluate((path) => getComputedStyle(path).fill);
  expect(ink).toBe("rgb(0, 0, 0)");
  const quiet = await tile.locator("svg").evaluate((svg) => {
    const path = svg.querySelector("path");
    const box = path?.getBBox();
    return box === undefined
      ? []
      : [box.x, box.y, Number(svg.getAttribute("viewBox")?.split(" ")[2]) - box.x - box.width];
  });
  expect(quiet).toEqual([4, 4, 4]);
  await rosa.scan();
  await rosa.page.emulateMedia({ colorScheme: "light" });
});

test("on a phone the app is opened with the scanned account, and the page stays without a question", async () => {
  const phone = await rosa.anotherPage();
  await phone.page.setViewportSize({ width: 360, height: 740 });
  await phone.page.goto("/account/security/enroll");
  await phone.drawn();
  const before = await phone.page.evaluate(() => history.length);
  await phone.page.getByRole("button", { name: "Open in authenticator app" }).click();
  expect(phone.seen.opened.map((address) => address === rosa.scanned)).toEqual([true]);
  expect(phone.seen.questions).toEqual([]);
  expect(await phone.page.evaluate(() => history.length)).toBe(before);
  expect(holdsSecret(await kept(phone.page))).toBe(false);
  expect(phone.seen.sent.filter(holdsSecret)).toHaveLength(0);
  await phone.page.close();
});

test("T38 when the dialog closes, key, QR code and backup codes are out of the page, and Back brings none of them", async () => {
  await rosa.page.evaluate(() => {
    // Looks at the page at the last moment before it goes.
    window.addEventListener("pagehide", () => {
      const left = ["[data-key] *", "[data-qr] *", "[data-codes] *", "[data-paper]"];
      sessionStorage.setItem("left", String(document.querySelectorAll(left.join(",")).length));
    });
  });
  await rosa.finishSetUp();
  expect(await rosa.page.evaluate(() => sessionStorage.getItem("left"))).toBe("0");
  expect(holdsSecret(await rosa.page.content())).toBe(false);
  await rosa.page.goBack();
  expect(holdsSecret(await rosa.page.content())).toBe(false);
});

test("the challenge loads no WebAssembly, and the set-up loaded it once", async () => {
  const wasm = (): string[] => rosa.seen.requests.filter((address) => address.includes(".wasm"));
  expect(wasm()).toHaveLength(1);
  await rosa.signOut();
  await rosa.typePassword();
  await rosa.codeInput.pressSequentially(rosa.freshCode());
  await rosa.isSignedIn();
  expect(wasm()).toHaveLength(1);
});

test("T38 no secret went over the network, into the browser's keeping, its console or the portal's log", async () => {
  expect(rosa.seen.sent.length).toBeGreaterThan(20);
  expect(rosa.seen.sent.filter(holdsSecret)).toHaveLength(0);
  expect(holdsSecret(await kept(rosa.page))).toBe(false);
  expect(rosa.seen.consoleTexts.filter(holdsSecret)).toHaveLength(0);
  expect(stage.portal.said).toContain("Fernhill is at");
  expect(holdsSecret(stage.portal.said)).toBe(false);
});

test("nothing is asked of another host, and the page's policy refused nothing", () => {
  expect(rosa.seen.requests.filter((address) => !address.startsWith(`${stage.portal.address}/`))).toEqual([]);
  expect(rosa.seen.opened).toEqual([]);
  expect(rosa.seen.complaints).toEqual([]);
});
