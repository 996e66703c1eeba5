// Other programs, run without a shell.
import { spawn, spawnSync } from "node:child_process";

export class CommandFailed extends Error {
  constructor(command, args, code, output) {
    super(`${[command, ...args].join(" ")}: exit ${code}\n${output.slice(-4000)}`);
    this.name = "CommandFailed";
    this.code = code;
    this.output = output;
  }
}

/** Runs to the end and returns standard output. Standard error is kept for the message of a failure. */
export function run(command, args, { cwd, env, input, echo = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ["pipe", "pipe", "pipe"] });
    let out = "";
    let all = "";
    child.stdout.on("data", (chunk) => {
      out += chunk;
      all += chunk;
      if (echo) process.stderr.write(chunk);
    });
    child.stderr.on("data", (chunk) => {
      all += chunk;
      if (echo) process.stderr.write(chunk);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(out);
      else reject(new CommandFailed(command, args, code, all));
    });
    child.stdin.on("error", () => undefined); // a child that reads no input closes the pipe
    child.stdin.end(input ?? "");
  });
}

/** The answer of a short command, or undefined where it does not exist or fails. */
export function ask(command, args = []) {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.trim() : undefined;
}
