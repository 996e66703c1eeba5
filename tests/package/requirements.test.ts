import { describe, expect, test } from "@jest/globals";
import { read, testTitles, type TestTitle } from "./repository.js";

interface Line {
  readonly name: string;
  readonly kind: string;
  readonly text: string;
  readonly status: string;
  readonly where: string;
}

const lines: Line[] = read("docs/requirements.md")
  .split("\n")
  .filter((row) => /^\| [RT]\d+ \|/.test(row))
  .map((row) => {
    const [name = "", kind = "", text = "", status = "", where = "", ...rest] = row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    if (rest.length > 0) throw new Error(`${name} has more than five cells`);
    return { name, kind, text, status, where };
  });

const titles = testTitles();

function testsNaming(name: string): TestTitle[] {
  // R4 is not R40; GoogleTest titles write it as a word of the name: T4_RefusesTheSameStepTwice.
  const word = new RegExp(`(?<![A-Za-z0-9])${name}(?![0-9])`);
  return titles.filter(({ title }) => word.test(title));
}

const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1)}`);

test("the page holds R1 to R97 and T1 to T53, each once and in order", () => {
  expect(lines.map(({ name }) => name)).toEqual([...numbered("R", 97), ...numbered("T", 53)]);
});

test("every line says what it asks for, whence, and whether it is done", () => {
  for (const { name, kind, text, status } of lines) {
    expect([name, text.length > 20]).toEqual([name, true]);
    expect([name, name.startsWith("R") ? /^[ED]$/.test(kind) : kind.length > 3]).toEqual([name, true]);
    expect([name, status]).toEqual([name, expect.stringMatching(/^(done|open)$/)]);
  }
});

test("titles are found in both kinds of test", () => {
  expect(titles.filter(({ file }) => file.endsWith(".cpp")).length).toBeGreaterThan(20);
  expect(titles.map(({ title }) => title)).toContain("titles are found in both kinds of test");
});

describe("what is marked done", () => {
  const done = lines.filter(({ status }) => status === "done");

  test("is named by a test and says where it is shown", () => {
    const unproven = done.filter(({ name, where }) => where === "" || testsNaming(name).length === 0);
    expect(unproven.map(({ name }) => name)).toEqual([]);
  });

  test("is shown to a person by a browser test, for the lines a person sees", () => {
    const unseen = done
      .filter(({ kind }) => kind === "E")
      .filter(({ name }) => !testsNaming(name).some(({ file }) => file.startsWith("tests/browser/")));
    expect(unseen.map(({ name }) => name)).toEqual([]);
  });
});

test("no test names a line that does not exist", () => {
  const known = new Set(lines.map(({ name }) => name));
  const unknown = titles.flatMap(({ file, title }) =>
    [...title.matchAll(/(?<![A-Za-z0-9])[RT]\d{1,3}(?![A-Za-z0-9])/g)]
      .map(([name]) => name)
      .filter((name) => !known.has(name))
      .map((name) => `${name} in ${file}`),
  );
  expect(unknown).toEqual([]);
});
