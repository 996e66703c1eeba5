// Every screen in both themes, wide and at 320 px: photographed, read by axe-core, and measured for sideways scroll.
import { beforeAll, expect, test } from "@jest/globals";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { setStage } from "./stage/stage.js";
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
  { name: "light-1280", colorScheme: "light", width: 1280, height: 810 },
  { name: "dark-1280", colorScheme: "dark", width: 1280, height: 810 },
  { name: "light-320", colorScheme: "light", width: 320, height: 640 },
  { name: "dark-320", colorScheme: "dark", width: 320, height: 640 },
] as const;

/** A tall enough window: a foot that sticks to the window's end then stands at the page's end. */
async function photograph(page: Page, width: number, height: number, path: string): Promise<void> {
  const content = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, content) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}

const stage = setStage();
let axeSource: string;

beforeAll(async () => {
  axeSource = await readFile(axeFile, "utf8");
  await mkdir(folder, { recursive: true });
});

test("T43 T47 R82 every screen passes axe-core and doesn't scroll sideways, light and dark, wide and at 320 px", async () => {
  const person = await stage.person("screens");
  const { page } = person;
  const problems: string[] = [];
  for (const screen of screens) {
    const [first] = screen.phone === true ? looks.slice(2) : looks;
    await page.setViewportSize(first);
    await screen.show(person);
    for (const { name, colorScheme, width, height } of looks) {
      if (screen.phone === true && width > 320) continue;
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await photograph(page, width, height, `${folder}/${screen.name}-${name}.png`);
      for (const { id, where } of await findings(page, axeSource)) {
        problems.push(`${screen.name} ${name}: ${id}: ${where}`);
      }
      const sideways = await sidewaysScroll(page);
      if (sideways > 0) problems.push(`${screen.name} ${name}: scrolls ${sideways} px sideways`);
    }
  }
  expect(problems).toEqual([]);
  expect(person.seen.complaints).toEqual([]);
}, 240_000);
