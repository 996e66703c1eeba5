// Browsers that lack something: WebAssembly, or script altogether. No sign-in depends on either.
import { describe, expect, test } from "@jest/globals";
import { tick } from "./stage/person.js";
import { setStage } from "./stage/stage.js";

describe("where WebAssembly cannot run", () => {
  const stage = setStage({ browser: ["--js-flags=--jitless"] });

  test("set-up shows key and link and the server's picture of the QR code, and set-up and sign-in work", async () => {
    const ben = await stage.person("ben");
    await ben.signUp();
    await ben.openSetUp();
    expect(await ben.page.evaluate(() => typeof WebAssembly)).toBe("undefined");
    expect(await ben.drawn()).toBe("server");
    await ben.scan();
    await ben.copy("Copy setup link");
    expect((await ben.clipboard()) === ben.scanned).toBe(true);
    await ben.finishSetUp();
    await ben.signOut();
    await ben.typePassword();
    await ben.codeInput.pressSequentially(ben.freshCode());
    await ben.isSignedIn();
    expect(ben.seen.complaints).toEqual([]);
  });
});

describe("with JavaScript off", () => {
  const stage = setStage();

  test("the plain forms set 2FA up, refuse a wrong code, and sign in with a right one", async () => {
    const kim = await stage.person("kim", { javaScriptEnabled: false });
    await kim.signUp();
    await kim.openSetUp();
    await kim.scan();
    await kim.page.getByRole("textbox", { name: "Enter verification code" }).fill(kim.wrongCode());
    await kim.page.getByLabel(tick).check();
    await kim.page.getByRole("button", { name: "Verify" }).click();
    await kim.page.getByText("That code isn’t correct.").waitFor();
    expect(await kim.page.getByLabel(tick).isChecked()).toBe(true);
    await kim.finishSetUp();
    await kim.signOut();
    await kim.typePassword();
    await kim.page.getByLabel("Code from your authenticator app").fill(kim.freshCode());
    await kim.page.getByRole("button", { name: "Sign in" }).click();
    await kim.isSignedIn();
    expect(await kim.page.locator(":root.has-script").count()).toBe(0);
    expect(kim.seen.requests.filter((address) => address.endsWith(".wasm"))).toEqual([]);
  });
});
