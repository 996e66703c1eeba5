// The code of the pages, as it stands in them.
import { spawnSync } from "node:child_process";
import { expect } from "@jest/globals";
import { read, root } from "./repository.js";

/** The fenced blocks of a page that open with these words, such as "js" or "js server". */
export function blocks(page: string, words: string): string[] {
  return [...read(page).matchAll(/^```(.+)\n([^]*?)^```$/gm)]
    .filter(([, info]) => info === words)
    .map(([, , code = ""]) => code);
}

/** Runs an example in Node, and expects it to print what its comments say. */
export function expectToPrintItsComments(code: string): void {
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "--eval", code], {
    cwd: root,
    encoding: "utf8",
  });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment = ""]) =>
    comment.replaceAll('"', ""),
  );
  expect(promised.length).toBeGreaterThan(0);
  expect(stdout.trim().split("\n")).toEqual(promised);
}
