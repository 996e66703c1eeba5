// The SVG inside of a page whose rules were not made for it, and whose policy is strict.
import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { chromium, type Browser } from "playwright-core";
import { PNG } from "pngjs";

import { decoded, drawnFrom } from "./drawn.js";

const TEXT = "otpauth://totp/Portal:ada?secret=JBSWY3DPEHPK3PXP&issuer=Portal";
const RULES = {
  "a page without rules": "",
  "outline icons": "svg, path { fill: none; stroke: currentColor; stroke-width: 2 }",
  "icons that follow the text": "svg * { fill: currentColor }",
  "a dark theme": "body { background: #000; color: #fff } svg, rect { fill: #222 } path { fill: #eee }",
  "another fill rule": "path { fill-rule: nonzero; stroke: red; stroke-width: 9px; stroke-linejoin: round }",
  "one color for all": "rect, path { fill: #808080; stroke: #808080 }",
};

let browser: Browser;
let server: Server;
let origin: string;
let violations: string[];

/** A page at /NUMBER carries the picture twice: in its markup, where its rules reach it, and as an image. */
function pageWith(rules: string, svg: string): string {
  return `<!doctype html><title>QR</title><style nonce="n">svg, img { display: block; width: 318px } ${rules}</style>
    <div>${svg}</div><img alt="" src="/picture.svg">`;
}

beforeAll(async () => {
  const [drawn] = drawnFrom([{ text: TEXT }]);
  const svg = drawn?.svg ?? "";
  const pages = Object.values(RULES).map((rules) => pageWith(rules, svg));
  server = createServer((request, response) => {
    const picture = request.url === "/picture.svg";
    response.setHeader("Content-Security-Policy", "default-src 'none'; img-src 'self'; style-src 'nonce-n'");
    response.setHeader("Content-Type", picture ? "image/svg+xml" : "text/html; charset=utf-8");
    response.end(picture ? svg : (pages[Number(request.url?.slice(1))] ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env["COUNTERSIGN_CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
}, 60_000);

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

async function screenshots(page: number): Promise<PNG[]> {
  const tab = await browser.newPage();
  violations = [];
  tab.on("console", (message) => violations.push(message.text()));
  await tab.goto(`${origin}/${page}`);
  const shots = [await tab.locator("svg").screenshot(), await tab.locator("img").screenshot()];
  await tab.close();
  return shots.map((shot) => PNG.sync.read(shot));
}

/** The colors in a picture, each as red, green and blue. */
function colorsOf({ data }: PNG): Set<string> {
  const colors = new Set<string>();
  for (let at = 0; at < data.length; at += 4) colors.add(data.subarray(at, at + 3).toString("hex"));
  return colors;
}

describe("T53 the picture is black on white and reads in", () => {
  test.each(Object.keys(RULES).map((name, page) => ({ name, page })))(
    "$name",
    async ({ page }) => {
      for (const picture of await screenshots(page)) {
        expect([...colorsOf(picture)].sort()).toEqual(["000000", "ffffff"]);
        expect(decoded(picture)?.data).toBe(TEXT);
      }
      expect(violations).toEqual([]);
    },
    30_000,
  );
});
