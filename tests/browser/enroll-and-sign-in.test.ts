import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { launchChromium } from "./stage/chromium.js";
import { password, Person, tick } from "./stage/person.js";
import { PortalProcess } from "./stage/portal-process.js";

let portal: PortalProcess;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([PortalProcess.start(), launchChromium()]);
}, 60_000);

afterAll(async () => {
  await browser.close();
  await portal.stop();
});

test("R56 R59 R61 R63 R68 turns 2FA on from a scanned QR code, signs out, and signs in with the app's next code", async () => {
  const rosa = await Person.at(browser, portal.address, "rosa");
  await rosa.signUp();
  await rosa.enroll();
  await rosa.page.getByRole("link", { name: "Done" }).click();
  expect(await rosa.page.getByText("Asked at every new sign-in").isVisible()).toBe(true);

  await rosa.signOut();
  await rosa.typePassword();
  await rosa.codeInput.pressSequentially(rosa.freshCode());
  await rosa.isSignedIn();
  expect(rosa.complaints).toEqual([]);
}, 60_000);

test("a backup code signs in once, also after a restart, and is refused the second time", async () => {
  const jonas = await Person.at(browser, portal.address, "jonas");
  await jonas.signUp();
  await jonas.enroll();
  const [code = ""] = jonas.backupCodes;
  await jonas.signOut();
  await portal.restart();

  await jonas.typePassword();
  await jonas.page.getByRole("link", { name: "Try another way" }).click();
  await jonas.page.getByRole("link", { name: /^Backup code/u }).click();
  await jonas.page
    .getByRole("textbox", { name: "Backup code" })
    .fill(code.toLowerCase().replaceAll("-", " "));
  await jonas.page.getByRole("button", { name: "Sign in" }).click();
  await jonas.isSignedIn();
  await jonas.page.getByText("with one backup code less. 9 codes are left.").waitFor();

  await jonas.signOut();
  await jonas.typePassword();
  await jonas.page.goto("/sign-in/code?method=backup-code");
  await jonas.page.getByRole("textbox", { name: "Backup code" }).fill(code);
  await jonas.page.getByRole("button", { name: "Sign in" }).click();
  await jonas.page.getByText("This backup code was used before.").waitFor();
  expect(await jonas.page.locator(".fh-account").count()).toBe(0);
}, 60_000);

test("a used code is refused with the words to wait for the next one, and costs no try", async () => {
  const mia = await Person.at(browser, portal.address, "mia");
  await mia.signUp();
  await mia.openSetUp();
  await mia.drawn();
  await mia.scan();
  const code = mia.freshCode();
  await mia.page.getByRole("textbox", { name: "Enter verification code" }).fill(code);
  await mia.page.getByLabel(tick).check();
  await mia.page.getByRole("button", { name: "Verify" }).click();
  await mia.page.getByRole("heading", { name: "Two-factor authentication is on" }).waitFor();

  await mia.signOut();
  await mia.typePassword();
  await mia.codeInput.fill(code);
  await mia.message.getByText("This code was already used.").waitFor();
  await mia.page.getByRole("link", { name: "Try another way" }).click();
  await mia.page.getByText("Tries are shared: 5 left").waitFor();
  expect(mia.complaints).toEqual([]);
}, 60_000);

test("after five wrong codes the account waits, says until when, and refuses even the right code", async () => {
  const noor = await Person.at(browser, portal.address, "noor");
  await noor.signUp();
  await noor.enroll();
  await noor.signOut();
  await noor.typePassword();
  for (const left of ["4 tries left.", "3 tries left.", "2 tries left.", "1 try left."]) {
    await noor.codeInput.fill(noor.wrongCode());
    await noor.message.getByText(left).waitFor();
  }
  await noor.codeInput.fill(noor.wrongCode());
  await noor.message.getByText(/Too many tries\. You can try again at\s+\d\d:\d\d, in \d+:\d\d/u).waitFor();
  expect(await noor.codeInput.isDisabled()).toBe(true);

  await noor.page.reload();
  await noor.message.getByText("Too many tries.").waitFor();
  const csrf = await noor.page.locator('form[data-code-form] input[name="csrf"]').inputValue();
  const answer = await noor.page.request.post("/sign-in/code", {
    headers: { accept: "application/json", origin: portal.address },
    form: { csrf, method: "authenticator", code: noor.freshCode() },
  });
  expect(answer.status()).toBe(429);
}, 60_000);

test("R69 leaving the set-up asks first, and then key and codes are dead", async () => {
  const lea = await Person.at(browser, portal.address, "lea");
  await lea.signUp();
  await lea.openSetUp();
  await lea.drawn();
  await lea.scan();
  await lea.page.keyboard.press("Escape");
  const question = lea.page.getByRole("alertdialog");
  await question.getByText("If you leave, 2FA stays off").waitFor();
  await question.getByRole("button", { name: "Go back" }).click();
  expect(await lea.page.getByRole("button", { name: "Verify" }).isVisible()).toBe(true);
  await lea.page.getByRole("button", { name: "Cancel" }).click();
  await question.getByRole("button", { name: "Leave" }).click();
  await lea.page.getByText("Set-up canceled.").waitFor();
  expect(await lea.page.getByRole("link", { name: "Enable 2FA" }).isVisible()).toBe(true);

  await lea.signOut();
  await lea.typePassword();
  await lea.isSignedIn(); // no code is asked
}, 60_000);

test("2FA is turned off in place with password and code, and the next sign-in asks for no code", async () => {
  const ada = await Person.at(browser, portal.address, "ada");
  await ada.signUp();
  await ada.enroll();
  await ada.page.goto("/account/security");
  await ada.page.getByRole("link", { name: "Turn off" }).click();
  await ada.page.getByLabel("Password", { exact: true }).fill("not the password at all");
  await ada.codeInput.fill(ada.freshCode());
  await ada.page.getByRole("button", { name: "Turn off" }).click();
  await ada.page.getByText("That isn’t your password.").waitFor();
  await ada.page.getByLabel("Password", { exact: true }).fill(password);
  await ada.page.getByRole("button", { name: "Turn off" }).click();
  await ada.page.getByText("Two-factor authentication is off.").waitFor();
  await ada.signOut();
  await ada.typePassword();
  await ada.isSignedIn();
  expect(ada.complaints).toEqual([]);
}, 60_000);

describe("where WebAssembly cannot run", () => {
  let jitless: Browser;
  beforeAll(async () => {
    jitless = await launchChromium("--js-flags=--jitless");
  }, 60_000);
  afterAll(() => jitless.close());

  test("set-up shows the server's picture of the QR code, and set-up and sign-in work", async () => {
    const ben = await Person.at(jitless, portal.address, "ben");
    await ben.signUp();
    await ben.openSetUp();
    expect(await ben.page.evaluate(() => typeof WebAssembly)).toBe("undefined");
    expect(await ben.drawn()).toBe("server");
    await ben.scan();
    await ben.finishSetUp();
    await ben.signOut();
    await ben.typePassword();
    await ben.codeInput.pressSequentially(ben.freshCode());
    await ben.isSignedIn();
  }, 90_000);
});

test("with JavaScript off the plain forms set 2FA up and sign in with a code", async () => {
  const kim = await Person.at(browser, portal.address, "kim", { javaScriptEnabled: false });
  await kim.signUp();
  await kim.openSetUp();
  await kim.scan();
  await kim.page.getByRole("textbox", { name: "Enter verification code" }).fill(kim.wrongCode());
  await kim.page.getByLabel(tick).check();
  await kim.page.getByRole("button", { name: "Verify" }).click();
  await kim.page.getByText("That code isn’t correct.").waitFor();
  await kim.page.getByRole("textbox", { name: "Enter verification code" }).fill(kim.freshCode());
  await kim.page.getByRole("button", { name: "Verify" }).click();
  await kim.page.getByRole("heading", { name: "Two-factor authentication is on" }).waitFor();
  await kim.signOut();
  await kim.typePassword();
  await kim.page.getByLabel("Code from your authenticator app").fill(kim.freshCode());
  await kim.page.getByRole("button", { name: "Sign in" }).click();
  await kim.isSignedIn();
  expect(await kim.page.locator(":root.has-script").count()).toBe(0);
}, 60_000);
