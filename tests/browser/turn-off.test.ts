import { expect, test } from "@jest/globals";
import { password } from "./stage/person.js";
import { setStage } from "./stage/stage.js";

const stage = setStage();

test("T26 2FA is turned off in place with password and code, and the next sign-in asks for no code", async () => {
  const ada = await stage.person("ada");
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
  await ada.page.getByText("Delete the Fernhill entry in your app").waitFor();
  await ada.signOut();
  await ada.typePassword();
  await ada.isSignedIn();
  expect(ada.seen.complaints).toEqual([]);
});

test.each([
  ["with the page's script", true],
  ["without script", false],
])(
  "whoever lost the phone turns 2FA off with a backup code and sets up another phone, %s",
  async (_how, javaScriptEnabled) => {
    const bea = await stage.person(`bea-${javaScriptEnabled}`, { javaScriptEnabled });
    await bea.signUp();
    await bea.openSetUp();
    await bea.scan();
    await bea.finishSetUp();
    const before = bea.scanned;
    await bea.page.goto("/account/security");
    await bea.page.getByRole("link", { name: "Turn off" }).click();
    await bea.page.getByRole("link", { name: "Use a backup code" }).click();
    await bea.page.getByLabel("Password", { exact: true }).fill(password);
    const field = bea.page.getByRole("textbox", { name: "Backup code" });
    await field.fill("12345");
    await bea.page.getByRole("button", { name: "Turn off" }).click();
    await bea.page.getByText("A backup code has 15 letters and digits.").waitFor();
    await bea.page.getByLabel("Password", { exact: true }).fill(password);
    await field.fill(bea.backupCodes[0] ?? "");
    await bea.page.getByRole("button", { name: "Turn off" }).click();
    await bea.page.getByText("Two-factor authentication is off.").waitFor();

    await bea.openSetUp();
    await bea.scan();
    expect(bea.scanned === before).toBe(false);
    await bea.finishSetUp();
  },
);
