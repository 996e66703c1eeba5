// Programs: run, and say what went wrong with the last lines that they wrote.
import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const KEPT_BYTES = 4_000_000;

/** A program ended with another status than 0; `output` is what it wrote. */
export class Failed extends Error {
  constructor(command, status, output) {
    const tail = output.trimEnd().split("\n").slice(-15).join("\n");
    super(`${command} ended with ${status}${tail ? `:\n${tail}` : ""}`);
    this.name = "Failed";
    this.status = status;
    this.output = output;
  }
}

/** Runs a program and resolves with what it wrote (both streams); `live` shows it meanwhile. */
export function run(command, args, { cwd, env, live = false, onLine, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, signal, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let rest = "";
    const take = (stream) => (text) => {
      if (live) stream.write(text);
      output = (output + text).slice(-KEPT_BYTES);
      if (!onLine) return;
      const lines = (rest + text).split(/[\r\n]+/);
      rest = lines.pop();
      for (const line of lines) onLine(line);
    };
    child.stdout.setEncoding("utf8").on("data", take(process.stdout));
    child.stderr.setEncoding("utf8").on("data", take(process.stderr));
    child.on("error", (error) => reject(new Failed(command, error.code ?? error.message, output)));
    child.on("close", (status, killed) => {
      if (status === 0) resolve(output);
      else reject(new Failed([command, ...args].join(" ").slice(0, 300), killed ?? status, output));
    });
  });
}

/** The path of a program, or undefined. */
export function find(program, path = process.env.PATH ?? "") {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
