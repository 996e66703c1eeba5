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

/** Where the form's button stands on the page, and how large it is. */
async function placeOfButton(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const button = [
      ...document.querySelectorAll("main form button[type=submit].cs-button--lg, #turn-off button"),
    ].at(-1);
    if (button === undefined) return "no button";
    const { x, y, width, height } = button.getBoundingClientRect();
    return [x, y + scrollY, width, height].map(Math.round).join(" ");
  });
}

interface Look {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly forcedColors?: "active";
  readonly media?: "print";
  readonly width: number;
  readonly height: number;
  /** Whether axe-core reads it, and it is always photographed. axe-core knows only the page's own colors. */
  readonly read: boolean;
}

const looks: readonly Look[] = [
  { name: "light-1280", colorScheme: "light", width: 1280, height: 810, read: true },
  { name: "dark-1280", colorScheme: "dark", width: 1280, height: 810, read: true },
  { name: "forced-1280", colorScheme: "dark", forcedColors: "active", width: 1280, height: 810, read: false },
  { name: "zoom-200", colorScheme: "light", width: 640, height: 405, read: false }, // 1280 px at 200 %
  { name: "light-360", colorScheme: "light", width: 360, height: 720, read: false },
  { name: "dark-360", colorScheme: "dark", width: 360, height: 720, read: false },
  { name: "light-320", colorScheme: "light", width: 320, height: 640, read: true },
  { name: "dark-320", colorScheme: "dark", width: 320, height: 640, read: true },
];
const paper: Look = {
  name: "print",
  colorScheme: "dark",
  media: "print",
  width: 794,
  height: 1123, // A4 at 96 px an inch
  read: false,
};
/** The other looks are measured each time and photographed on demand: COUNTERSIGN_LOOKS=all. */
const everything = process.env["COUNTERSIGN_LOOKS"] === "all";
const phone = 480; // px; below it a card is the whole screen

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
  const places = new Map<string, string>();
  for (const screen of screens) {
    const screenLooks = screen.phone === true ? looks.filter(({ width }) => width < phone) : looks;
    const shown = screen.prints === true ? [...screenLooks, paper] : screenLooks;
    await page.emulateMedia({ media: "screen", forcedColors: "none" });
    if (shown[0] !== undefined) await page.setViewportSize(shown[0]);
    await screen.show(person);
    for (const { name, colorScheme, forcedColors, media, width, height, read } of shown) {
      await page.emulateMedia({
        colorScheme,
        forcedColors: forcedColors ?? "none",
        media: media ?? "screen",
      });
      await page.setViewportSize({ width, height });
      if (read || everything) await photograph(page, width, height, `${folder}/${screen.name}-${name}.png`);
      for (const { id, where } of read ? await findings(page, axeSource) : []) {
        problems.push(`${screen.name} ${name}: ${id}: ${where}`);
      }
      if (screen.steady !== undefined && media === undefined) {
        const key = `${screen.steady} ${name}`;
        const place = await placeOfButton(page);
        const before = places.get(key) ?? place;
        places.set(key, before);
        if (place !== before)
          problems.push(`${screen.name} ${name}: the button moved from ${before} to ${place}`);
      }
      const sideways = await sidewaysScroll(page);
      if (sideways > 0) problems.push(`${screen.name} ${name}: scrolls ${sideways} px sideways`);
    }
  }
  expect(problems).toEqual([]);
  expect(person.seen.complaints).toEqual([]);
}, 240_000);
