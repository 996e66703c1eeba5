import { expect, test } from "@jest/globals";
import { setStage } from "./stage/stage.js";

const stage = setStage();

test("R1 R18 R56 R59 R61 R63 R68 turns 2FA on from a scanned QR code, signs out, and signs in with the app's next code", async () => {
  const rosa = await stage.person("rosa");
  await rosa.signUp();
  await rosa.page.goto("/account/security");
  const panel = await rosa.page.getByRole("region", { name: "Two-factor authentication Off" }).boundingBox();
  const button = await rosa.page.getByRole("link", { name: "Enable 2FA" }).boundingBox();
  if (panel === null || button === null) throw new Error("The section or its button isn't drawn.");
  const atEnd = panel.x + panel.width - (button.x + button.width);
  expect(atEnd < 40 && button.x > panel.x + panel.width / 2).toBe(true);

  await rosa.openSetUp();
  expect(await rosa.drawn()).toBe("here");
  const list = rosa.page.getByRole("list", { name: "Backup codes" });
  expect(await list.getByRole("listitem").count()).toBe(10);
  expect(await list.isVisible()).toBe(true);
  expect(await rosa.page.locator(".cs-code__slot:visible").count()).toBe(6);
  await rosa.scan();
  await rosa.finishSetUp();
  await rosa.page.getByRole("link", { name: "Done" }).click();
  expect(await rosa.page.getByText("Asked at every new sign-in").isVisible()).toBe(true);

  await rosa.signOut();
  await rosa.typePassword();
  await rosa.page.getByText("We check it as soon as the last digit is in.").waitFor();
  await rosa.codeInput.pressSequentially(rosa.freshCode());
  await rosa.isSignedIn();
  expect(rosa.seen.complaints).toEqual([]);
});

test("R16 R28 R29 without a phone the key is typed into an authenticator on the computer, and its codes work the same", async () => {
  const tove = await stage.person("tove");
  await tove.signUp();
  await tove.page.goto("/account/security");
  await tove.page.getByRole("link", { name: "No smartphone?" }).click();
  await tove.page.getByText("An authenticator on a computer works as well").waitFor();
  await tove.page.getByText("1Password and other password managers make the same codes").waitFor();
  await tove.page.getByText("ask your IT team to install one for you").waitFor();
  await tove.page.getByText("Most are free.").waitFor();
  await tove.openSetUp();
  await tove.typeKey();
  await tove.finishSetUp();
  expect(tove.seen.complaints).toEqual([]);
});

test("R66 T42 a backup code signs in once, also after a restart, and is refused the second time", async () => {
  const jonas = await stage.person("jonas");
  await jonas.signUp();
  await jonas.enroll();
  const [code = ""] = jonas.backupCodes;
  await jonas.signOut();
  await stage.portal.restart();

  await jonas.typePassword();
  await jonas.page.getByRole("link", { name: "Try another way" }).click();
  await jonas.page.getByRole("link", { name: /^Backup code/u }).click();
  const field = jonas.page.getByRole("textbox", { name: "Backup code" });
  await jonas.paste(field, ` ${code.toLowerCase().replaceAll("-", " ")}\n`);
  await jonas.page.getByRole("button", { name: "Sign in" }).click();
  await jonas.isSignedIn();
  await jonas.page.getByText("with one backup code less. 9 codes are left.").waitFor();

  await jonas.signOut();
  await jonas.typePassword();
  await jonas.page.goto("/sign-in/code?method=backup-code");
  await field.fill(code);
  await jonas.page.getByRole("button", { name: "Sign in" }).click();
  await jonas.page.getByText("This backup code was used before.").waitFor();
  expect(await jonas.page.locator(".fh-account").count()).toBe(0);
});

test("R40 R68 T42 every sign-in asks for a code, takes a pasted one, and until then nothing else opens", async () => {
  const pia = await stage.person("pia");
  await pia.signUp();
  await pia.enroll();
  for (const visit of ["the first", "the second"]) {
    await pia.signOut();
    await pia.typePassword();
    for (const page of ["/", "/account/security", "/account/security/enroll"]) {
      await pia.page.goto(page);
      expect([visit, page, new URL(pia.page.url()).pathname]).toEqual([visit, page, "/sign-in/code"]);
    }
    const code = pia.freshCode();
    await pia.paste(pia.codeInput, `Your code is ${code.slice(0, 3)} ${code.slice(3)}`);
    await pia.isSignedIn();
  }
});

test("R69 leaving the set-up asks first, and then key and codes are dead", async () => {
  const lea = await stage.person("lea");
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
  expect(lea.seen.questions).toEqual([]); // asked once, in the page's own words

  await lea.signOut();
  await lea.typePassword();
  await lea.isSignedIn(); // no code is asked
});
