import { jest } from "@jest/globals";
import { type Browser, chromium } from "playwright-core";

// A person takes longer than the five seconds that Jest gives a test.
jest.setTimeout(60_000);

const executablePath = process.env["COUNTERSIGN_CHROMIUM"] ?? "/usr/bin/chromium";

/** Starts Chromium; nothing but the page itself may reach for the network. */
export function launchChromium(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}
