import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { read, root, sourceFiles } from "./repository.js";

const pages = sourceFiles().filter((file) => /^(docs\/.*|[A-Z]+)\.md$/.test(file));

describe("the examples of README.md", () => {
  const examples = [...read("README.md").matchAll(/```js\n(.*?)```/gs)].map(([, code = ""]) => code);

  test("there are three, none longer than a dozen lines", () => {
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(example.trim().split("\n").length).toBeLessThanOrEqual(12);
  });

  test.each(examples.map((code) => [code.slice(0, code.indexOf("\n")), code]))(
    "%s … prints what its comments say",
    (_first, code) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ["--input-type=module", "--eval", code],
        {
          cwd: root,
          encoding: "utf8",
        },
      );
      expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
      const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, comment = ""]) =>
        comment.replaceAll('"', ""),
      );
      expect(stdout.trim().split("\n")).toEqual(promised.length > 0 ? promised : ["true"]);
    },
  );
});

test.each(pages)("%s links to nothing that is missing", (page) => {
  const broken = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, address = ""]) => address)
    .filter((address) => !/^[a-z]+:/.test(address))
    .filter((address) => !existsSync(join(root, dirname(page), address)));
  expect(broken).toEqual([]);
});

test("npm scripts that the pages name exist", () => {
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  const named = new Set(
    pages.flatMap((page) =>
      [...read(page).matchAll(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(([, name = ""]) => name),
    ),
  );
  expect([...named].filter((name) => !(name in scripts))).toEqual([]);
});

test("T25 the choice of window is written down, with the window that follows ASVS to the letter", () => {
  const page = read("docs/security.md");
  expect(page).toContain("RFC 6238 §5.2");
  expect(page).toContain("6.5.5");
  expect(page).toContain("`window: 0`");
});
