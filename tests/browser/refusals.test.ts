// Codes that are not taken: what the person reads, and what it costs.
import { expect, test } from "@jest/globals";
import { tick } from "./stage/person.js";
import { setStage } from "./stage/stage.js";

const stage = setStage();

test("T4 T12 a used code is refused with the words to wait for the next one, and costs no try", async () => {
  const mia = await stage.person("mia");
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
  await mia.message
    .getByText(/This code was already used\. Wait for the next one, in\s+\d+ seconds?/u)
    .waitFor();
  await mia.page.getByRole("link", { name: "Try another way" }).click();
  await mia.page.getByText("Tries are shared: 5 tries left").waitFor();
  expect(mia.seen.complaints).toEqual([]);
});

test("T7 T8 T27 after five wrong codes the account waits, says until when, and only the server's clock ends it", async () => {
  const noor = await stage.person("noor", { timezoneId: "Asia/Tokyo" });
  await noor.signUp();
  await noor.enroll();
  await noor.signOut();
  await noor.page.clock.install({ time: Date.now() + 3 * 3_600_000 }); // this computer's clock is three hours ahead
  await noor.typePassword();
  const first = Date.now();
  for (const left of ["4 tries left.", "3 tries left.", "2 tries left.", "1 try left."]) {
    await noor.codeInput.fill(noor.wrongCode());
    await noor.message.getByText(left).waitFor();
  }
  await noor.codeInput.fill(noor.wrongCode());
  const locked = noor.message.getByText(/Too many tries\. You can try again at\s+\d\d:\d\d, in\s+59:\d\d/u);
  await locked.waitFor();
  const said = /at\s+(\d\d:\d\d)/u.exec((await noor.message.textContent()) ?? "")?.[1];
  expect([first, Date.now()].map((at) => inTokyo(at + 3_600_000))).toContain(said);
  expect(await noor.codeInput.isDisabled()).toBe(true);
  expect(await noor.page.getByRole("button", { name: "Sign in" }).isDisabled()).toBe(true);

  await noor.page.goto("/sign-in/code?method=backup-code");
  await noor.page.getByText(/Too many tries\. You can try again at\s+\d\d:\d\d/u).waitFor();
  await noor.page.goto("/sign-in/code?method=other");
  await noor.page.getByText(/they are shared\. You can try again at\s+\d\d:\d\d/u).waitFor();
  await noor.page.goto("/sign-in/code");
  await locked.waitFor();
  await noor.page.clock.fastForward(3_600_000);
  await noor.message.getByText("6 digits, changes every 30 seconds.").waitFor();
  expect(await noor.codeInput.evaluate((input) => document.activeElement === input)).toBe(true);
  await noor.codeInput.fill(noor.freshCode());
  await noor.message.getByText("Too many tries.").waitFor();
  expect(new URL(noor.page.url()).pathname).toBe("/sign-in/code");
});

function inTokyo(at: number): string {
  const zone = { timeZone: "Asia/Tokyo", hour: "2-digit", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("en-GB", zone).format(at);
}

test("T49 a mistyped backup code is told apart from a wrong one, and only the wrong one costs a try", async () => {
  const sol = await stage.person("sol");
  await sol.signUp();
  await sol.enroll();
  const [code = ""] = sol.backupCodes;
  await sol.signOut();
  await sol.typePassword();
  await sol.page.goto("/sign-in/code?method=backup-code");
  const field = sol.page.getByRole("textbox", { name: "Backup code" });
  const attributes = ["type", "inputmode", "autocapitalize", "spellcheck", "maxlength"];
  expect(
    await field.evaluate((input, names) => names.map((name) => input.getAttribute(name)), attributes),
  ).toEqual(["text", "text", "characters", "false", null]);
  const send = sol.page.getByRole("button", { name: "Sign in" });
  await field.fill((code.startsWith("7") ? "8" : "7") + code.slice(1));
  await send.click();
  await sol.page.getByText("One character doesn’t fit.").waitFor();
  expect(await field.getAttribute("aria-invalid")).toBe("true");
  await field.fill("");
  await field.pressSequentially("00000-00000-00000"); // well formed, and nobody's
  expect(await field.getAttribute("aria-invalid")).toBeNull();
  await send.click();
  await sol.page.getByText("That backup code isn’t one of yours.").waitFor();
  await sol.page.getByText("4 tries left.").waitFor();
  await field.fill(code);
  await send.click();
  await sol.isSignedIn();
});

test("where the portal cannot be reached the page says so, and the same code works afterwards", async () => {
  const uma = await stage.person("uma");
  await uma.signUp();
  await uma.enroll();
  await uma.signOut();
  await uma.typePassword();
  const code = uma.freshCode();
  await uma.context.setOffline(true);
  await uma.codeInput.fill(code);
  await uma.page.getByText("We couldn’t reach Fernhill. Your code wasn’t used; try again.").waitFor();
  expect(await uma.codeInput.inputValue()).toBe(code);
  await uma.context.setOffline(false);
  await uma.page.getByRole("button", { name: "Sign in" }).click();
  await uma.isSignedIn();
});
