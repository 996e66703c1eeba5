// Every screen of the portal, reached as a person reaches it.
import type { Page } from "playwright-core";
import { codeStates } from "./code-states.js";
import type { Person } from "./person.js";

export interface Screen {
  readonly name: string;
  /** Whether it exists on a phone only. */
  readonly phone?: true;
  /** Whether it has a sheet of its own to print. */
  readonly prints?: true;
  /** Screens of one name differ in what they say: their button never moves. */
  readonly steady?: string;
  readonly show: (person: Person) => Promise<void>;
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
}

async function challenge(person: Person): Promise<void> {
  await person.typePassword();
  await person.page.getByRole("heading", { name: "Enter your code" }).waitFor();
}

/** In an order in which one account can show them all. */
export const screens: readonly Screen[] = [
  { name: "sign-up", steady: "sign-up", show: ({ page }) => visit(page, "/sign-up") },
  {
    name: "sign-up-refused",
    steady: "sign-up",
    show: async ({ page }) => {
      await page.goto("/sign-up");
      await page.getByLabel("Name").fill("Rosa Lindqvist");
      await page.getByLabel("Email").fill("rosa");
      await page.getByLabel("Password", { exact: true }).fill("a long enough password");
      await page.getByRole("button", { name: "Create account" }).click();
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  { name: "sign-in", steady: "sign-in", show: ({ page }) => visit(page, "/sign-in") },
  {
    name: "sign-in-refused",
    steady: "sign-in",
    show: async ({ page }) => {
      await page.goto("/sign-in");
      await page.getByLabel("Email").fill("nobody@lindqvist.example");
      await page.getByLabel("Password", { exact: true }).fill("not the password at all");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByText("Email and password don’t match.").waitFor();
    },
  },
  { name: "help", show: ({ page }) => visit(page, "/help") },
  { name: "not-found", show: ({ page }) => visit(page, "/nowhere") },
  {
    name: "documents",
    show: async (person) => {
      await person.signUp();
      await person.page.goto("/");
    },
  },
  {
    name: "account-menu",
    show: async ({ page }) => {
      await page.locator(".fh-account > summary").click();
    },
  },
  { name: "security-off", show: ({ page }) => visit(page, "/account/security") },
  {
    name: "explanation",
    show: async ({ page }) => {
      await page.getByRole("link", { name: "Enable 2FA" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "password",
    steady: "password",
    show: async ({ page }) => {
      await page.getByRole("dialog").getByRole("link", { name: "Enable 2FA" }).click();
      await page.getByLabel("Password", { exact: true }).waitFor();
    },
  },
  {
    name: "password-refused",
    steady: "password",
    show: async ({ page }) => {
      await page.getByLabel("Password", { exact: true }).fill("not the password at all");
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByText("That isn’t your password.").waitFor();
    },
  },
  {
    name: "set-up",
    prints: true,
    show: async (person) => {
      await person.openSetUp();
      await person.drawn();
      await person.codeInput.pressSequentially("4829");
    },
  },
  {
    name: "set-up-qr-on-phone",
    phone: true,
    show: async ({ page }) => {
      await page.getByText("App on another phone? Show the QR code").click();
    },
  },
  {
    name: "set-up-copied",
    show: async ({ page }) => {
      await page.getByRole("button", { name: "Copy all" }).click();
      await page.getByText("Copied. We clear the clipboard in 60 seconds.").waitFor();
    },
  },
  {
    name: "set-up-wrong",
    show: async (person) => {
      const { page } = person;
      await person.scan();
      await person.codeInput.fill(person.wrongCode());
      await page.locator("input[name=saved]").check();
      await page.getByRole("button", { name: "Verify" }).click();
      await person.message.getByText("That code isn’t correct.").waitFor();
    },
  },
  {
    name: "set-up-leaving",
    show: async ({ page }) => {
      await page.keyboard.press("Escape");
      await page.getByRole("alertdialog").waitFor();
    },
  },
  {
    name: "set-up-done",
    show: async (person) => {
      await person.page.getByRole("button", { name: "Go back" }).click();
      await person.finishSetUp();
    },
  },
  { name: "security-on", show: ({ page }) => visit(page, "/account/security") },
  {
    name: "turn-off",
    steady: "turn-off",
    show: async ({ page }) => {
      await page.getByRole("link", { name: "Turn off" }).click();
      await page.getByText("Turn two-factor authentication off?").waitFor();
    },
  },
  {
    name: "turn-off-refused",
    steady: "turn-off",
    show: async (person) => {
      const { page } = person;
      await page.getByLabel("Password", { exact: true }).fill("not the password at all");
      await person.codeInput.fill(person.wrongCode());
      await page.getByRole("button", { name: "Turn off" }).click();
      await page.getByText("That isn’t your password.").waitFor();
    },
  },
  {
    name: "turn-off-backup-code",
    show: async ({ page }) => {
      await page.getByRole("link", { name: "Use a backup code" }).click();
      await page.getByRole("textbox", { name: "Backup code" }).waitFor();
    },
  },
  { name: "documents-guarded", show: ({ page }) => visit(page, "/") },
  { name: "signed-out", show: (person) => person.signOut() },
  { name: "challenge", steady: "challenge", show: challenge },
  ...codeStates,
  {
    name: "challenge-partly",
    steady: "challenge",
    show: async ({ page }) => {
      await page.unrouteAll();
      await page.goto("/sign-in/code");
      await page.locator("#code").pressSequentially("482");
    },
  },
  {
    name: "challenge-wrong",
    steady: "challenge",
    show: async (person) => {
      await person.codeInput.fill(person.wrongCode());
      await person.message.getByText("That code isn’t correct.").waitFor();
    },
  },
  {
    name: "other-ways",
    show: async ({ page }) => {
      await page.getByRole("link", { name: "Try another way" }).click();
    },
  },
  {
    name: "backup-code",
    steady: "backup-code",
    show: async ({ page }) => {
      await page.getByRole("link", { name: /^Backup code/u }).click();
      await page.getByRole("heading", { name: "Enter a backup code" }).waitFor();
    },
  },
  {
    name: "backup-code-mistyped",
    steady: "backup-code",
    show: async ({ page }) => {
      await page.getByRole("textbox", { name: "Backup code" }).fill("b3nwp 8jc5y qk72d");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  {
    name: "one-code-less",
    show: async (person) => {
      await person.page.getByRole("textbox", { name: "Backup code" }).fill(person.backupCodes[0] ?? "");
      await person.page.getByRole("button", { name: "Sign in" }).click();
      await person.isSignedIn();
    },
  },
  {
    name: "locked",
    steady: "challenge",
    show: async (person) => {
      await person.signOut();
      await challenge(person);
      for (let tries = 0; tries < 5 && !(await person.codeInput.isDisabled()); tries += 1) {
        await person.codeInput.fill(person.wrongCode());
        await person.message.locator(".cs-error, .cs-message--ok").or(person.message).first().waitFor();
        await person.page.locator('.cs-code[data-state="wrong"], .cs-code[data-state="locked"]').waitFor();
      }
      await person.message.getByText("Too many tries.").waitFor();
    },
  },
  { name: "locked-other-ways", show: ({ page }) => visit(page, "/sign-in/code?method=other") },
  { name: "locked-backup-code", show: ({ page }) => visit(page, "/sign-in/code?method=backup-code") },
];
