import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { read, root, sourceFiles } from "./repository.js";

const tree = /```text\n(.*?)```/s.exec(read("docs/architecture.md"))?.[1] ?? "";

/** Paths of the drawn tree: two spaces a level, a folder ends with a slash, two spaces before what it says. */
function drawnPaths(): string[] {
  const open: string[] = [];
  return tree
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const level = (line.length - line.trimStart().length) / 2;
      const name = line.trim().split(/\s{2,}/)[0] ?? "";
      open.length = level;
      open.push(name.replace(/\/$/, ""));
      return open.join("/") + (name.endsWith("/") ? "/" : "");
    });
}

/** Folders with a file of ours in them, however deep the tree has to show them: two levels, three in the demo. */
function foldersToDraw(): string[] {
  const folders = new Set<string>();
  for (const file of sourceFiles()) {
    const parts = file.split("/").slice(0, -1);
    const depth = parts[0] === "demo" ? 3 : 2;
    for (let level = 1; level <= Math.min(parts.length, depth); level += 1) {
      folders.add(`${parts.slice(0, level).join("/")}/`);
    }
  }
  return [...folders].filter((folder) => !folder.startsWith(".git/")).sort();
}

test("everything that the tree shows is there", () => {
  const missing = drawnPaths().filter((path) => {
    const file = join(root, path);
    return !existsSync(file) || statSync(file).isDirectory() !== path.endsWith("/");
  });
  expect(missing).toEqual([]);
});

test("every folder that is there is shown by the tree", () => {
  const drawn = new Set(drawnPaths());
  expect(foldersToDraw().filter((folder) => !drawn.has(folder))).toEqual([]);
});

test("everything that the tree shows says what it is for", () => {
  const silent = tree.split("\n").filter((line) => line.trim() !== "" && !/\S\s{2,}\S/.test(line.trim()));
  expect(silent).toEqual([]);
});

test("the portable core includes no header of Emscripten", () => {
  const offenders = sourceFiles()
    .filter((file) => /^cpp\/.*\.(h|cpp)$/.test(file))
    .filter((file) => /#\s*include\s*<emscripten|__EMSCRIPTEN__/.test(read(file)));
  expect(offenders).toEqual([]);
});

test("imports in the demo's client and the package point downward: the package knows nothing of the demo", () => {
  const offenders = sourceFiles()
    .filter((file) => /^web\/.*\.ts$/.test(file))
    .filter((file) => /from "[^"]*(demo|tests)\//.test(read(file)));
  expect(offenders).toEqual([]);
});
