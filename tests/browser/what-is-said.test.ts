// What the portal says and asks on the way, read from the screen by the person it is said to.
import { expect, test } from "@jest/globals";
import type { Locator } from "playwright-core";
import { password, type Person, tick } from "./stage/person.js";
import { setStage } from "./stage/stage.js";

const stage = setStage();

const heading = ({ page }: Person, name: string): Locator => page.getByRole("heading", { name, exact: true });

test("R4 R21 the settings are behind the sign-in, reached from the initials at the top right", async () => {
  const ida = await stage.person("ida");
  await ida.page.goto("/account/security");
  await heading(ida, "Sign in").waitFor();
  expect(await ida.page.getByText("Two-factor authentication").count()).toBe(0);

  await ida.signUp();
  const initials = ida.page.locator(".fh-account > summary");
  const place = await initials.boundingBox();
  const width = ida.page.viewportSize()?.width ?? 0;
  expect(place).not.toBeNull();
  expect((place?.x ?? 0) > width / 2 && (place?.y ?? Infinity) < 100).toBe(true);
  await initials.click();
  await ida.page.locator(".fh-account").getByRole("link", { name: "Security" }).click();
  await heading(ida, "Security").waitFor();
});

test("R17 R57 R58 R60 R51 the offer gives its reasons and its reach, and explains itself before anything is made", async () => {
  const eva = await stage.person("eva");
  await eva.signUp();
  await eva.page.goto("/account/security");
  for (const reason of ["Passwords leak", "Your clients’ papers", "Compliance"]) {
    expect(await heading(eva, reason).isVisible()).toBe(true);
  }
  expect(await eva.page.getByText("Applies to every workspace of your account").isVisible()).toBe(true);

  await eva.page.getByRole("link", { name: "Enable 2FA" }).click();
  const dialog = eva.page.getByRole("dialog");
  await dialog.getByText("Whoever knows your password still can’t get in.").waitFor();
  expect(await dialog.getByText("The app needs no signal").isVisible()).toBe(true);
  expect(await dialog.getByText("Each lasts 30 seconds.").isVisible()).toBe(true);
  expect(await dialog.getByRole("img", { name: /QR/u }).count()).toBe(0);
  await dialog.getByRole("link", { name: "Enable 2FA" }).click();
  await heading(eva, "First, your password again").waitFor();
});

test("R71 a wrong password opens no set-up, the right one does", async () => {
  const ola = await stage.person("ola");
  await ola.signUp();
  await ola.page.goto("/account/security?step=password");
  const field = ola.page.getByLabel("Password", { exact: true });
  await field.fill("not the password at all");
  await ola.page.getByRole("button", { name: "Continue" }).click();
  await ola.page.getByText("That isn’t your password.").waitFor();
  await field.fill(password);
  await ola.page.getByRole("button", { name: "Continue" }).click();
  await heading(ola, "Set up two-factor authentication").waitFor();
  expect(await ola.page.getByText("That isn’t your password.").count()).toBe(0);
});

test("R15 R18 R29 R36 R62 R66 R80 R81 set-up is three steps with apps by name, a warning and the tick, and ends inside the portal", async () => {
  const tom = await stage.person("tom");
  await tom.signUp();
  await tom.openSetUp();
  const steps = await tom.page.getByRole("dialog").getByRole("heading", { level: 2 }).allTextContents();
  expect(steps.map((step) => step.trim().slice(0, 1))).toEqual(["1", "2", "3"]);
  const app = "In Google Authenticator, Microsoft Authenticator, Authy or 1Password choose +, then scan.";
  expect(await tom.page.getByText(app).isVisible()).toBe(true);
  expect(await tom.page.getByText("they are the only way back in").isVisible()).toBe(true);
  expect(
    await tom.page.getByText("I have safely copied and stored this code.", { exact: true }).isVisible(),
  ).toBe(true);
  expect(await tom.page.getByLabel(tick).isChecked()).toBe(false);

  await tom.drawn();
  await tom.scan();
  await tom.finishSetUp();
  expect(await tom.page.getByText("Congratulations, you have secured your account.").isVisible()).toBe(true);
  await tom.page.getByRole("link", { name: "Done" }).click();
  await heading(tom, "Security").waitFor();
  await tom.isSignedIn();
});

test("R14 R52 R53 R55 help is linked where it is needed, names the official listings and sends nobody searching", async () => {
  const per = await stage.person("per");
  await per.signUp();
  for (const [link, title, answer] of [
    [
      "How do I get an authenticator app?",
      "How do I get an authenticator app?",
      "from the App Store or Google Play, never from a search result",
    ],
    ["Does it need signal?", "Does it need signal?", "No signal and no internet."],
    ["Does it need signal?", "Does it need signal?", "each lasts 30 seconds"],
    ["I lost or changed my phone", "I lost or changed my phone", "delete the Fernhill entry in the old app"],
    ["No smartphone?", "I have no smartphone", "ask your IT team to install one for you"],
  ] as const) {
    await per.page.goto("/account/security");
    await per.page.getByRole("link", { name: link }).click();
    await heading(per, title).waitFor();
    expect(await per.page.getByText(answer).isVisible()).toBe(true);
  }
  expect(await per.page.getByText("Most are free.").isVisible()).toBe(true);
  const hosts = await per.page
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).host));
  expect(hosts.filter((host) => host !== new URL(stage.portal.address).host)).toEqual([]);
});
