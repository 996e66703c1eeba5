// Runs a native program of this folder over cases: one line in, one line of JSON out.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");
const nativeBuild = resolve(root, process.env["COUNTERSIGN_NATIVE_BUILD"] ?? "build/sanitized");

export function readVectors(file: string): unknown {
  return JSON.parse(readFileSync(resolve(root, "tests/vectors", file), "utf8"));
}

/** @throws Error if the program is not built, fails, or leaves a line without an answer */
export function answersOf(program: string, lines: readonly string[]): unknown[] {
  const run = spawnSync(resolve(nativeBuild, program), {
    input: lines.map((line) => `${line}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error !== undefined) throw run.error;
  if (run.status !== 0) throw new Error(`${program} ended with ${String(run.status)}: ${run.stderr}`);
  const answers = run.stdout.trimEnd().split("\n");
  if (answers.length !== lines.length) throw new Error(`${program} gave ${String(answers.length)} answers`);
  return answers.map((answer) => JSON.parse(answer) as unknown);
}
