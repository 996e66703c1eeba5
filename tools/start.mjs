// npm start [-- --https] [--port N] …: brings what is missing, builds, and serves the demo portal until Ctrl-C.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "./steps/all.mjs";
import { failsPlainly } from "./machine/fails-plainly.mjs";
import { ROOT } from "./machine/places.mjs";
import { find } from "./machine/run.mjs";
import { say } from "./machine/say.mjs";
import { toolchain } from "./toolchain.mjs";

const ADDRESS = /https?:\/\/\S+/;

await failsPlainly(async () => {
  const args = process.argv.slice(2).filter((arg) => arg !== "--no-open");
  const tools = await toolchain({ tests: false });
  await build(tools);
  say("start", "the demo portal");
  const portal = spawn(process.execPath, [join(ROOT, "build/demo/portal/server/main.js"), ...args], {
    cwd: ROOT,
    stdio: ["inherit", "pipe", "inherit"],
  });
  let opened = process.argv.includes("--no-open");
  portal.stdout.setEncoding("utf8").on("data", (text) => {
    process.stdout.write(text);
    const address = ADDRESS.exec(text)?.[0];
    if (address && !opened) open(address);
    opened ||= Boolean(address);
  });
  // The portal ends itself on these; wait for it.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => portal.kill(signal));
  portal.on("close", (status) => (process.exitCode = status ?? 0));
});

/** Shows the page where there is a desktop; elsewhere the address on the screen has to do. */
function open(address) {
  const desktop = process.platform === "darwin" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = process.platform === "darwin" ? "open" : find("xdg-open");
  if (!desktop || !opener || process.env.CI) return;
  spawn(opener, [address], { stdio: "ignore", detached: true })
    .on("error", () => {})
    .unref();
}
