import { afterAll, beforeAll } from "@jest/globals";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { launchChromium } from "./chromium.js";
import { Person } from "./person.js";
import { PortalProcess } from "./portal-process.js";

/** What a file of tests plays on: a portal of its own and a browser. */
export interface Stage {
  readonly portal: PortalProcess;
  readonly person: (name: string, options?: BrowserContextOptions) => Promise<Person>;
}

/**
 * Starts portal and browser before the tests of a file or `describe`, and ends them afterwards.
 *
 * @param options.portal - options of the portal, such as "--https"
 * @param options.browser - options of Chromium
 */
export function setStage(options: { portal?: readonly string[]; browser?: readonly string[] } = {}): Stage {
  let portal: PortalProcess | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    const starting = PortalProcess.start(...(options.portal ?? []));
    const launching = launchChromium(...(options.browser ?? []));
    portal = await starting;
    browser = await launching;
  });
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });
  return {
    get portal() {
      if (portal === undefined) throw new Error("The portal isn't started yet.");
      return portal;
    },
    person: async (name, more) => {
      if (portal === undefined || browser === undefined) throw new Error("Nothing is started yet.");
      return await Person.at(browser, portal.address, name, more);
    },
  };
}
