// The repository as the package tests see it: its root, its tracked files, its test titles.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../..");

/** The text of a file, by its path from the root. */
export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Paths of the files that are committed or about to be: neither ignored nor deleted. */
export function sourceFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
}

export interface TestTitle {
  readonly file: string;
  readonly title: string;
}

/** Titles of the Jest and GoogleTest cases, as written in the sources. */
export function testTitles(): TestTitle[] {
  return sourceFiles().flatMap((file) => {
    if (/^tests\/.*\.test\.tsx?$/.test(file)) return titles(file, jestTitle);
    if (/^tests\/cpp\/.*_test\.cpp$/.test(file)) return titles(file, googleTestTitle);
    return [];
  });
}

// test("…"), it.each(…)("…"), describe(`…`): the first quoted text after the call, on one line or the next.
const jestTitle =
  /\b(?:test|it|describe)(?:\.(?:each|failing|concurrent))*\s*(?:\((?:[^()]|\([^()]*\))*\)\s*(?=\())?\(\s*(["'`])(.+?)\1/gs;
const googleTestTitle = /\bTEST(?:_F|_P)?\(\s*()(\w+\s*,\s*\w+)\s*\)/g;

function titles(file: string, pattern: RegExp): TestTitle[] {
  return [...read(file).matchAll(pattern)].map((match) => ({ file, title: match[2] ?? "" }));
}
