import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./stage/chromium.js";
import { Person } from "./stage/person.js";
import { PortalProcess } from "./stage/portal-process.js";

let portal: PortalProcess;
let browser: Browser;
let rosa: Person;
let key: string;

beforeAll(async () => {
  [portal, browser] = await Promise.all([PortalProcess.start(), launchChromium()]);
  rosa = await Person.at(browser, portal.address, "rosa", { acceptDownloads: true });
  await rosa.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: portal.address });
  await rosa.signUp();
  await rosa.openSetUp();
  await rosa.drawn();
  await rosa.scan();
  key = rosa.app.secret.base32;
}, 60_000);

afterAll(async () => {
  await browser.close();
  await portal.stop();
});

/** Every attribute, the title and the address of the page. */
async function everyAttribute(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const values = [...document.querySelectorAll("*")].flatMap((element) =>
      [...element.attributes].map(({ name, value }) => `${name}=${value}`),
    );
    return [...values, document.title, window.location.href].join("\n");
  });
}

test("T38 T48 neither key, address nor backup code is in an attribute, a name, the title or a URL", async () => {
  const attributes = await everyAttribute(rosa.page);
  const secrets = [key, key.slice(0, 8), "otpauth:", ...rosa.backupCodes];
  expect(key).toHaveLength(32);
  for (const secret of secrets) {
    expect(attributes.includes(secret)).toBe(false);
    expect(rosa.requests.some((address) => address.includes(secret))).toBe(false);
  }
  expect(attributes).not.toMatch(/^style=/mu);
  const image = rosa.page.getByRole("img", {
    name: "QR code for setting up your authenticator app",
    exact: true,
  });
  expect(await image.count()).toBe(1);
});

test("the QR code is drawn in the page by the core, on white with four modules of quiet zone, in the dark theme too", async () => {
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

test("the key on the screen is the one in the QR code, in groups of four, and is copied whole", async () => {
  const groups = await rosa.page.locator("[data-key] > span").allTextContents();
  expect(groups.join("")).toBe(key);
  expect(new Set(groups.map((group) => group.length))).toEqual(new Set([4]));
  await rosa.page.getByRole("button", { name: "Copy key" }).click();
  await rosa.page.getByText("Copied. We clear the clipboard in 60 seconds.").waitFor();
  expect(await rosa.page.evaluate(() => navigator.clipboard.readText())).toBe(key);
  await rosa.page.getByRole("button", { name: "Copy setup link" }).click();
  await rosa.page.waitForFunction(async () =>
    (await navigator.clipboard.readText()).startsWith("otpauth://totp/Fernhill:"),
  );
});

test("R64 R65 the ten backup codes are copied, downloaded and printed in full", async () => {
  expect(rosa.backupCodes).toHaveLength(10);
  await rosa.page.getByRole("button", { name: "Copy all" }).click();
  await rosa.page.waitForFunction(
    async (codes) => (await navigator.clipboard.readText()) === codes,
    rosa.backupCodes.join("\n"),
  );
  const [download] = await Promise.all([
    rosa.page.waitForEvent("download"),
    rosa.page.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("fernhill-backup-codes.txt");
  const text = await readFile(await download.path(), "utf8");
  for (const code of rosa.backupCodes) expect(text.includes(code)).toBe(true);
  expect(text).toContain(rosa.email);

  await rosa.page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await rosa.page.getByRole("dialog").isVisible()).toBe(false);
  const paper = rosa.page.locator("[data-paper]");
  expect(
    await paper
      .locator("li")
      .filter({ hasText: rosa.backupCodes[9] ?? "none" })
      .isVisible(),
  ).toBe(true);
  await rosa.page.screenshot({ path: "screenshots/print-sheet.png", fullPage: true });
  await rosa.page.emulateMedia({ media: "screen", colorScheme: "light" });
});

test("on a phone the app is opened from the press itself, with the scanned account", async () => {
  await rosa.page.setViewportSize({ width: 360, height: 740 });
  const asked = new Promise<string>((done) => {
    rosa.page.on("request", (request) => {
      if (request.url().startsWith("otpauth:")) done(request.url());
    });
  });
  await rosa.page.getByRole("button", { name: "Open in authenticator app" }).click();
  expect(new URL(await asked).searchParams.get("secret") === key).toBe(true);
  await rosa.page.setViewportSize({ width: 1280, height: 810 });
}, 15_000);

test("T38 when the dialog closes, key, QR code and backup codes are out of the page", async () => {
  await rosa.page.evaluate(() => {
    // Looks at the page at the last moment before it goes.
    window.addEventListener("pagehide", () => {
      const left = ["[data-key] *", "[data-qr] *", "[data-codes] *", "[data-paper]"];
      sessionStorage.setItem("left", String(document.querySelectorAll(left.join(",")).length));
    });
  });
  await rosa.finishSetUp();
  expect(await rosa.page.evaluate(() => sessionStorage.getItem("left"))).toBe("0");
  const html = await rosa.page.content();
  expect(html.includes(key.slice(0, 8))).toBe(false);
  await rosa.page.goBack();
  expect((await rosa.page.content()).includes(rosa.backupCodes[0] ?? "")).toBe(false);
});

test("the challenge loads no WebAssembly", async () => {
  const wasm = (): string[] => rosa.requests.filter((address) => /\.wasm/u.test(address));
  expect(wasm()).toHaveLength(1); // the set-up did
  await rosa.signOut();
  rosa.requests.length = 0;
  await rosa.typePassword();
  await rosa.codeInput.pressSequentially(rosa.freshCode());
  await rosa.isSignedIn();
  expect(wasm()).toEqual([]);
});

test("nothing is asked of another host, and the page's policy refused nothing", () => {
  expect(rosa.requests.filter((address) => !address.startsWith(portal.address))).toEqual([]);
  expect(rosa.complaints).toEqual([]);
});
