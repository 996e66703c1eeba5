// The demo portal: its server by tsc, its pages' scripts and styles by Vite.
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";
import { mirror } from "./files.mjs";
import { step } from "./step.mjs";
import { tsc } from "./tsc.mjs";

const PORTAL = "demo/portal";

export function buildServer({ env }) {
  const inputs = [
    `${PORTAL}/server`,
    `${PORTAL}/pages`,
    `${PORTAL}/tsconfig.json`,
    "tsconfig.base.json",
    "dist",
  ];
  const outputs = ["build/demo/portal/server/main.js"];
  return step({ name: "demo server", inputs, outputs }, async () => {
    const made = await mkdtemp(join(ROOT, "build/portal-"));
    try {
      await tsc(["-p", `${PORTAL}/tsconfig.json`, "--outDir", made], env);
      await mirror(made, join(ROOT, "build/demo/portal"));
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  });
}

export function buildClient({ env }) {
  const inputs = [
    `${PORTAL}/client`,
    `${PORTAL}/pages`,
    `${PORTAL}/vite.config.ts`,
    "dist",
    "node_modules/vite/package.json",
  ];
  const outputs = ["build/demo/client/.vite/manifest.json"];
  return step({ name: "demo client", inputs, outputs }, async () => {
    const vite = join(ROOT, "node_modules/vite/bin/vite.js");
    const options = ["--config", `${PORTAL}/vite.config.ts`, "--logLevel", "warn"];
    await run(process.execPath, [vite, "build", ...options], { cwd: ROOT, env });
  });
}
