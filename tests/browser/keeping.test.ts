// Taking key and backup codes out of the page: by hand, by clipboard, as a file and on paper.
import { beforeAll, expect, test } from "@jest/globals";
import { readFile } from "node:fs/promises";
import { PNG } from "pngjs";
import type { Person } from "./stage/person.js";
import { setStage } from "./stage/stage.js";

const stage = setStage();
let rosa: Person;

beforeAll(async () => {
  rosa = await stage.person("rosa", { acceptDownloads: true });
  await rosa.signUp();
  await rosa.openSetUp();
  await rosa.drawn();
  await rosa.scan();
});

test("the key on the screen is the one in the QR code, in groups of four, and is copied whole", async () => {
  const groups = await rosa.page.locator("[data-key] > span").allTextContents();
  const key = rosa.app.secret.base32;
  expect(groups.join("") === key).toBe(true);
  expect(new Set(groups.map((group) => group.length))).toEqual(new Set([4]));
  await rosa.copy("Copy key");
  expect((await rosa.clipboard()) === key).toBe(true);
  await rosa.copy("Copy setup link");
  expect((await rosa.clipboard()) === rosa.scanned).toBe(true);
});

test("T44 that a copy was made is said as a status, and the focus stays on the button", async () => {
  await rosa.copy("Copy all");
  const button = rosa.page.getByRole("button", { name: "Copy all" });
  expect(await button.evaluate((element) => document.activeElement === element)).toBe(true);
  expect((await rosa.clipboard()) === rosa.backupCodes.join("\n")).toBe(true);
});

const cleared = (): Promise<void> => rosa.page.getByText("Clipboard cleared.").waitFor({ state: "attached" });

test("the clipboard is emptied after the minute that was promised, and not before", async () => {
  await rosa.page.clock.install();
  await rosa.page.clock.pauseAt(Date.now() + 60_000);
  await rosa.copy("Copy key");
  await rosa.page.clock.fastForward(59_000);
  expect((await rosa.clipboard()) === rosa.app.secret.base32).toBe(true);
  await rosa.page.clock.fastForward(1_000);
  await cleared();
  expect(await rosa.clipboard()).toBe("");
});

test("where another window is in front when the minute is over, the clipboard is emptied on the way back", async () => {
  await rosa.page.getByText("Clipboard cleared.").evaluate((words) => {
    words.textContent = "";
  });
  await rosa.copy("Copy key");
  // Refuses as browsers do then; here every page believes that it is in front.
  await rosa.page.evaluate(() => {
    const { clipboard } = navigator;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = () =>
      Promise.reject(new DOMException("Document is not focused.", "NotAllowedError"));
    window.addEventListener("focus", () => (clipboard.writeText = write), { once: true });
  });
  await rosa.page.clock.fastForward(60_000);
  expect((await rosa.clipboard()) === rosa.app.secret.base32).toBe(true);
  await rosa.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await cleared();
  expect(await rosa.clipboard()).toBe("");
});

test("R64 R65 the ten backup codes come last, with a warning and a place to keep them, and are downloaded in full", async () => {
  const [, , last] = await rosa.page.getByRole("dialog").getByRole("heading", { level: 2 }).all();
  expect(await last?.textContent()).toContain("Save your backup codes");
  const step = rosa.page.getByRole("region", { name: "Save your backup codes" });
  await step.getByText("they are the only way back in").waitFor();
  await step.getByText("keep them in a password manager or on paper").waitFor();
  expect(rosa.backupCodes).toHaveLength(10);

  const [download] = await Promise.all([
    rosa.page.waitForEvent("download"),
    rosa.page.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("fernhill-backup-codes.txt");
  const text = await readFile(await download.path(), "utf8");
  expect(rosa.backupCodes.filter((code) => !text.includes(code))).toHaveLength(0);
  expect(text).toContain(rosa.email);
});

test("R82 what is printed is the sheet of codes alone, dark on white in the dark theme too", async () => {
  await rosa.page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await rosa.page.getByRole("dialog").isVisible()).toBe(false);
  const sheet = rosa.page.locator("[data-paper]");
  const printed = await sheet.innerText();
  expect(rosa.backupCodes.filter((code) => !printed.includes(code))).toHaveLength(0);
  expect(printed.includes(rosa.app.secret.base32.slice(0, 8))).toBe(false);
  const ink = await sheet.evaluate((element) => getComputedStyle(element).color.match(/\d+/gu) ?? []);
  expect(Math.max(...ink.map(Number))).toBeLessThan(48);
  const path = "screenshots/print-sheet.png";
  const { data } = PNG.sync.read(await rosa.page.screenshot({ path, fullPage: true }));
  expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
  await rosa.page.emulateMedia({ media: "screen", colorScheme: "light" });
});
