// One look at a page: what was found there, and whatever it complained about or asked for elsewhere.
import { chromium, type Page } from "playwright-core";
import type { Enrolled } from "./enrolled.js";

export interface Look<Found> {
  readonly found: Found;
  /** Errors and warnings in the console, policy violations and failed requests. */
  readonly complaints: readonly string[];
  readonly foreignRequests: readonly string[];
}

/** Opens a page in a browser of its own. What goes wrong is told with the page's complaints. */
export async function look<Found>(
  address: string,
  find: (page: Page) => Promise<Found>,
): Promise<Look<Found>> {
  const browser = await chromium.launch({
    executablePath: process.env["COUNTERSIGN_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    const foreignRequests: string[] = [];
    const { origin } = new URL(address);
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && url.protocol !== "data:") foreignRequests.push(request.url());
    });
    await page.goto(address);
    const found = await find(page).catch((error: unknown) => {
      throw new Error([String(error), ...complaints].join("\n"));
    });
    return { found, complaints, foreignRequests };
  } finally {
    await browser.close();
  }
}

export interface Visit extends Omit<Look<Enrolled>, "found"> {
  readonly enrolled: Enrolled;
}

/** Waits for fixtures/page.js to say what came of its enrollment. @throws Error with what it says went wrong */
export async function visit(address: string): Promise<Visit> {
  const { found, ...rest } = await look(address, async (page) => {
    const output = page.locator("output.done, output.failed");
    await output.waitFor({ state: "attached" });
    const text = (await output.textContent()) ?? "";
    if ((await output.getAttribute("class")) !== "done") throw new Error(text);
    return JSON.parse(text) as Enrolled;
  });
  return { enrolled: found, ...rest };
}
