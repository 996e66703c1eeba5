// node tools/with-tools.mjs PROGRAM [ARGUMENT…]: runs a program with the pinned tools on PATH.
import { spawn } from "node:child_process";
import { toolchain } from "./toolchain.mjs";

const [program, ...args] = process.argv.slice(2);
if (!program) {
  process.stderr.write("usage: node tools/with-tools.mjs PROGRAM [ARGUMENT…]\n");
  process.exit(2);
}
const { env } = await toolchain();
const child = spawn(program, args, { env, stdio: "inherit" });
child.on("error", (error) => {
  process.stderr.write(`${program}: ${error.message}\n`);
  process.exitCode = 127;
});
child.on("close", (status, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exitCode = status;
});
