// node tools/with-tools.mjs node tools/pictures/take.mjs: takes the pictures of docs/pictures/ anew, after node tools/build.mjs.
//
// They show the real pages, script and styles, filled with a key and codes that are public and belong to no account.
// The text is drawn with what Chromium finds as system-ui and ui-monospace; those committed show Inter and JetBrains Mono.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { failsPlainly } from "../machine/fails-plainly.mjs";
import { ROOT } from "../machine/places.mjs";
import { toPalette } from "./palette-png.mjs";

const FOLDER = join(ROOT, "docs/pictures");
const CLIENT = join(ROOT, "build/demo/client");
const MOST = 80_000; // bytes a picture: README is read over slow lines too
const HOST = "http://localhost"; // nothing listens there: every request is answered below
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

/** The test key of RFC 6238, appendix B: "12345678901234567890" in base32. Known to everybody, so it opens nothing. */
const KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/** Made up; issued to nobody. */
const CODES = [
  ["7KQFM-2XD94-RVHT6", "B3NWP-8JC5Y-QK7ZD", "M9TGX-4FR2H-WB6CN", "C6YJ8-VT3KQ-9PNXF", "W2HDR-7MZ4B-GC8QT"],
  ["F8VXN-K5QW3-JT2RH", "Q4CZB-6GY9M-DX7VK", "T7RPK-3HN8W-FZ5JB", "H5MQD-9CV6X-N2WYG", "X3GTJ-P8BF7-KM4DZ"],
].flat();

const user = { name: "Rosa Lindqvist", email: "rosa.lindqvist@fernhill.example" };
const now = Date.UTC(2026, 11, 19, 14, 2);

async function pages() {
  const { renderChallenge, renderEnroll } = await import(
    pathToFileURL(join(ROOT, "build/demo/portal/pages/index.js")).href
  );
  const entry = JSON.parse(await readFile(join(CLIENT, ".vite/manifest.json"), "utf8"))["main.ts"];
  const assets = { script: `/client/${entry.file}`, styles: entry.css.map((file) => `/client/${file}`) };
  const base = { assets, csrf: "", now, user };
  const enrollment = {
    keyGroups: KEY.match(/.{4}/g),
    issuer: "Fernhill",
    account: user.email,
    digits: 6,
    period: 30,
    backupCodes: CODES,
    madeAt: now,
    expiresAt: now + 600_000,
  };
  const workspaces = ["Fernhill", "Lindqvist Audit", "Weber Tax", "Harbour Payroll"];
  return {
    "/set-up": renderEnroll({ ...base, workspaces, enrollment }),
    "/sign-in/code": renderChallenge({
      ...base,
      view: "authenticator",
      digits: 6,
      period: 30,
      backupCodesLeft: 7,
      backupCodesMadeAt: now,
      triesLeft: 5,
      backupCodeWhileLocked: false,
    }),
  };
}

async function answer(route, html) {
  const { pathname } = new URL(route.request().url());
  if (html[pathname])
    return await route.fulfill({ contentType: "text/html; charset=utf-8", body: html[pathname] });
  if (pathname === "/account/security/enroll/secret") {
    const uri = `otpauth://totp/Fernhill:${encodeURIComponent(user.email)}?secret=${KEY}&issuer=Fernhill`;
    return await route.fulfill({ json: { uri, key: KEY, expiresAt: now + 600_000 } });
  }
  if (!pathname.startsWith("/client/")) return await route.fulfill({ status: 404 });
  const body = await readFile(join(CLIENT, pathname.slice("/client/".length)));
  return await route.fulfill({ contentType: TYPES[extname(pathname)], body });
}

const setUp = async (page) => {
  await page.goto(`${HOST}/set-up`);
  await page.locator('[data-drawn="here"]').waitFor({ state: "attached" });
  await page.locator("#code").pressSequentially("4829");
};
const challenge = async (page) => {
  await page.goto(`${HOST}/sign-in/code`);
  await page.locator(".is-active").waitFor();
};

const PICTURES = [
  { name: "set-up-light", width: 1280, height: 810, show: setUp },
  { name: "challenge-dark", width: 720, height: 540, scale: 2, colorScheme: "dark", show: challenge },
  {
    name: "backup-codes-light",
    width: 640,
    height: 470,
    scale: 2,
    show: async (page) => {
      await setUp(page);
      await page.emulateMedia({ media: "print" });
      await page.addStyleTag({ content: ".cs-paper { padding: 2rem 2.5rem !important }" }); // a printer's margin
    },
    sheet: true,
  },
  {
    name: "phone-360",
    width: 360,
    height: 800,
    scale: 2,
    show: async (page) => {
      await setUp(page);
      await page.evaluate("scrollTo(0, 0)");
    },
  },
];

await failsPlainly(async () => {
  const html = await pages();
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.COUNTERSIGN_CHROMIUM,
    args: ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    for (const { name, width, height, scale = 1, colorScheme = "light", show, sheet } of PICTURES) {
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        colorScheme,
        reducedMotion: "reduce",
        timezoneId: "UTC",
      });
      const page = await context.newPage();
      await page.route("**/*", (route) => answer(route, html));
      await show(page);
      const place = sheet ? page.locator(".cs-paper") : page;
      const bytes = toPalette(await place.screenshot());
      if (bytes.length > MOST) throw new Error(`${name}.png is ${bytes.length} bytes, more than ${MOST}.`);
      await writeFile(join(FOLDER, `${name}.png`), bytes);
      process.stdout.write(`docs/pictures/${name}.png  ${width} × ${height}  ${bytes.length} bytes\n`);
      await context.close();
    }
  } finally {
    await browser.close();
  }
});
