// Every screen in both themes, wide and at 320 px: photographed, read by axe-core, and measured for sideways scroll.
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "./stage/chromium.js";
import { Person } from "./stage/person.js";
import { PortalProcess } from "./stage/portal-process.js";
import { screens } from "./stage/screens.js";

const folder = "screenshots"; // git-ignored: the pictures hold codes and keys of throw-away accounts
const axeFile = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface Finding {
  readonly id: string;
  readonly where: string;
}

interface Axe {
  run(
    options: object,
  ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
}

/** What axe-core objects to. It is evaluated in the page's world by the debugger, past the page's policy. */
async function findings(page: Page, source: string): Promise<Finding[]> {
  await page.evaluate(source);
  return await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
    const { violations } = await axe.run({ runOnly: { type: "tag", values: tags } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({ id, where: `${node.html.slice(0, 160)} ${node.failureSummary}` })),
    );
  });
}

async function sidewaysScroll(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

const looks = [
  { name: "light-1280", colorScheme: "light", viewport: { width: 1280, height: 810 } },
  { name: "dark-1280", colorScheme: "dark", viewport: { width: 1280, height: 810 } },
  { name: "light-320", colorScheme: "light", viewport: { width: 320, height: 640 } },
  { name: "dark-320", colorScheme: "dark", viewport: { width: 320, height: 640 } },
] as const;

describe("every screen", () => {
  let portal: PortalProcess;
  let browser: Browser;
  let axeSource: string;

  beforeAll(async () => {
    [portal, browser, axeSource] = await Promise.all([
      PortalProcess.start(),
      launchChromium(),
      readFile(axeFile, "utf8"),
    ]);
    await mkdir(folder, { recursive: true });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await portal.stop();
  });

  test.each(looks)(
    "T43 T47 R82 passes axe-core and doesn't scroll sideways: $name",
    async ({ name, colorScheme, viewport }) => {
      const person = await Person.at(browser, portal.address, `screens-${name}`, { colorScheme, viewport });
      const problems: string[] = [];
      for (const screen of screens) {
        await screen.show(person);
        await person.page.evaluate(() => document.fonts.ready);
        await person.page.screenshot({ path: `${folder}/${screen.name}-${name}.png`, fullPage: true });
        for (const { id, where } of await findings(person.page, axeSource)) {
          problems.push(`${screen.name}: ${id}: ${where}`);
        }
        const sideways = await sidewaysScroll(person.page);
        if (sideways > 0) problems.push(`${screen.name}: scrolls ${sideways} px sideways`);
      }
      expect(problems).toEqual([]);
      expect(person.complaints).toEqual([]);
    },
    180_000,
  );
});
