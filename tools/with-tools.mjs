// node tools/with-tools.mjs COMMAND ARGUMENTS…: runs a command with the pinned tools on PATH.
import { spawnSync } from "node:child_process";

import { fail } from "./say.mjs";
import { toolchain } from "./toolchain.mjs";

const [command, ...args] = process.argv.slice(2);
try {
  if (!command) throw new Error("usage: node tools/with-tools.mjs COMMAND ARGUMENTS…");
  const { env } = await toolchain();
  const { status, error } = spawnSync(command, args, { env, stdio: "inherit" });
  if (error) throw error;
  process.exitCode = status ?? 1;
} catch (error) {
  fail(error);
}
