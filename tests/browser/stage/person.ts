// What a person does at the portal, by the words on the screen.
import jsQR from "jsqr";
import { Secret, TOTP, URI } from "otpauth";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { PNG } from "pngjs";
import { Witness } from "./witness.js";

export const password = "correct horse battery staple";
export const tick = "I have safely copied and stored this code.";

/** Somebody at a browser, with an authenticator app of another maker. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly email: string;
  /** What happened in the page and around it. */
  readonly seen: Witness;
  backupCodes: string[] = [];
  /** The address that the scanned QR code holds. */
  scanned = "";
  #app: TOTP | undefined;
  /** The step of the last code that was taken: a code is never good twice. */
  #lastStep = 0;
  #guess = 0;

  private constructor(context: BrowserContext, page: Page, email: string) {
    this.context = context;
    this.page = page;
    this.email = email;
    this.seen = new Witness(page);
  }

  static async at(
    browser: Browser,
    address: string,
    name: string,
    options: BrowserContextOptions = {},
  ): Promise<Person> {
    const context = await browser.newContext({ baseURL: address, reducedMotion: "reduce", ...options });
    return new Person(context, await context.newPage(), `${name}@lindqvist.example`);
  }

  /** The same person in a second window, with the same session. */
  async anotherPage(): Promise<Person> {
    return new Person(this.context, await this.context.newPage(), this.email);
  }

  async signUp(): Promise<void> {
    const { page } = this;
    await page.goto("/sign-up");
    await page.getByLabel("Name").fill("Rosa Lindqvist");
    await page.getByLabel("Email").fill(this.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByText("your account is ready").waitFor();
    await this.typePassword();
    await this.isSignedIn();
  }

  /** Account > Security > Enable 2FA > explanation > password: to the open set-up dialog. */
  async openSetUp(): Promise<void> {
    const { page } = this;
    await page.goto("/account/security");
    await page.getByRole("link", { name: "Enable 2FA" }).click();
    await page.getByRole("dialog").getByRole("link", { name: "Enable 2FA" }).click();
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Set up two-factor authentication" }).waitFor();
    this.backupCodes = await page.locator(".cs-codes > li").allTextContents();
  }

  /** Points the app at a picture of the screen. */
  async scan(): Promise<void> {
    const code = this.page.getByRole("img", { name: "QR code for setting up your authenticator app" });
    // Not hiding the caret: that is done with style attributes, and the page has none of its own.
    const { data, width, height } = PNG.sync.read(await code.screenshot({ caret: "initial" }));
    const found = jsQR.default(Uint8ClampedArray.from(data), width, height);
    if (found === null) throw new Error("No QR code can be read from the screenshot.");
    const entry = URI.parse(found.data);
    if (!(entry instanceof TOTP)) throw new Error("The QR code isn't for time-based codes.");
    this.scanned = found.data;
    this.#app = entry;
  }

  /** Types the key on the screen into an app that has no camera. */
  async typeKey(): Promise<void> {
    const key = await this.page.locator("[data-key]").innerText();
    this.#app = new TOTP({ secret: Secret.fromBase32(key.replaceAll(/\s/gu, "")) });
  }

  /** Pastes a text that was copied elsewhere. */
  async paste(field: Locator, text: string): Promise<void> {
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await field.press("ControlOrMeta+V");
  }

  get app(): TOTP {
    if (this.#app === undefined) throw new Error("Nothing was scanned yet.");
    return this.#app;
  }

  /**
   * A code that the server hasn't taken yet: of this step, or of the next one, which the server's window reaches.
   * Nobody waits half a minute here; a person would.
   */
  freshCode(): string {
    const step = Math.max(Math.floor(Date.now() / 30_000), this.#lastStep + 1);
    this.#lastStep = step;
    return this.app.generate({ timestamp: step * 30_000 });
  }

  /** A code of the right form that is right at no step around now, another one at each call. */
  wrongCode(): string {
    const now = Date.now();
    const near = new Set<string>();
    for (let step = -30; step <= 30; step += 1)
      near.add(this.app.generate({ timestamp: now + step * 30_000 }));
    for (;;) {
      const code = String(this.#guess++).padStart(6, "0");
      if (!near.has(code)) return code;
    }
  }

  /** Code and tick, to the last screen. */
  async finishSetUp(): Promise<void> {
    const { page } = this;
    await page.getByRole("textbox", { name: "Enter verification code" }).fill(this.freshCode());
    await page.getByLabel(tick).check();
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByRole("heading", { name: "Two-factor authentication is on" }).waitFor();
  }

  async enroll(): Promise<void> {
    await this.openSetUp();
    await this.drawn();
    await this.scan();
    await this.finishSetUp();
  }

  /** Waits until the QR code stands: drawn in the page, or the server's picture. */
  async drawn(): Promise<"here" | "server"> {
    const place = this.page.locator("[data-qr][data-drawn]");
    await place.waitFor({ state: "attached" });
    return (await place.getAttribute("data-drawn")) === "here" ? "here" : "server";
  }

  async signOut(): Promise<void> {
    const { page } = this;
    await page.goto("/account/security");
    await page.locator(".fh-account > summary").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  }

  async typePassword(): Promise<void> {
    const { page } = this;
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(this.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((address) => address.pathname !== "/sign-in");
  }

  /** Presses a button that copies, until the page says that it has. */
  async copy(button: string): Promise<void> {
    await this.page.evaluate(() => document.querySelector(".cs-toast")?.remove()); // of a copy before
    await this.page.getByRole("button", { name: button }).click();
    await this.page
      .getByRole("status")
      .filter({ hasText: "Copied. We clear the clipboard in 60 seconds." })
      .waitFor();
  }

  /** What is in the clipboard, pasted into a field that is there for nothing else: the page may not read it. */
  async clipboard(): Promise<string> {
    await this.page.evaluate(() => {
      const field = document.createElement("textarea");
      field.id = "pasted";
      document.body.append(field);
    });
    const field = this.page.locator("#pasted");
    await field.press("ControlOrMeta+V");
    const pasted = await field.inputValue();
    await field.evaluate((element) => {
      element.remove();
    });
    return pasted;
  }

  get codeInput(): ReturnType<Page["locator"]> {
    return this.page.locator("#code");
  }

  get message(): ReturnType<Page["locator"]> {
    return this.page.locator("#code-message");
  }

  async isSignedIn(): Promise<void> {
    await this.page.locator(".fh-account").waitFor();
  }
}
