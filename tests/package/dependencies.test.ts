import { expect, test } from "@jest/globals";
import { read } from "./repository.js";

type Dependencies = Record<string, string>;
const manifest = JSON.parse(read("package.json")) as {
  dependencies?: Dependencies;
  optionalDependencies?: Dependencies;
  peerDependencies?: Dependencies;
  devDependencies: Dependencies;
};

test("the package depends on nothing at run time", () => {
  expect(manifest.dependencies ?? {}).toEqual({});
  expect(manifest.optionalDependencies ?? {}).toEqual({});
  expect(manifest.peerDependencies ?? {}).toEqual({});
});

test("every dependency has one line that says why, and no line is left over", () => {
  const rows = read("docs/dependencies.md")
    .slice(read("docs/dependencies.md").indexOf("## npm"))
    .split("\n")
    .filter((row) => row.startsWith("| ") && !row.startsWith("| name "))
    .map((row) => row.split("|").map((cell) => cell.trim()));
  expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(manifest.devDependencies).sort());
  for (const [, name, why = ""] of rows) expect([name, why.length > 3]).toEqual([name, true]);
});

test("every dependency is pinned to one version", () => {
  for (const [name, version] of Object.entries(manifest.devDependencies)) {
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  }
});
