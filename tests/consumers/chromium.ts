// One look at a page: what it enrolled, and whatever it complained about or asked for elsewhere.
import { chromium } from "playwright-core";
import type { Enrolled } from "./enrolled.js";

export interface Visit {
  readonly enrolled: Enrolled;
  /** Errors and warnings in the console, policy violations and failed requests. */
  readonly complaints: readonly string[];
  readonly foreignRequests: readonly string[];
}

export async function visit(address: string): Promise<Visit> {
  const browser = await chromium.launch({
    executablePath: process.env["COUNTERSIGN_CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
  try {
    const page = await browser.newPage();
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
    const output = page.locator("output.done, output.failed");
    await output.waitFor({ state: "attached", timeout: 20_000 }).catch((error: unknown) => {
      throw new Error(`The page never finished: ${complaints.join("\n") || String(error)}`);
    });
    const text = (await output.textContent()) ?? "";
    if ((await output.getAttribute("class")) !== "done") throw new Error(`${text}\n${complaints.join("\n")}`);
    return { enrolled: JSON.parse(text) as Enrolled, complaints, foreignRequests };
  } finally {
    await browser.close();
  }
}
