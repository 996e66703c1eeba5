import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, jest, test } from "@jest/globals";
import { strictPolicy } from "../consumers/static-server.js";
import { blocks, expectToPrintItsComments } from "./examples.js";
import { read, root, sourceFiles } from "./repository.js";
import { patience } from "./tarball.js";

jest.setTimeout(patience);

const pages = sourceFiles().filter((file) => /^(docs\/.*|[A-Z]+)\.md$/.test(file));

describe("the examples of README.md", () => {
  const examples = blocks("README.md", "js");

  test("there are three, none longer than a dozen lines", () => {
    expect(examples).toHaveLength(3);
    for (const example of examples) expect(example.trim().split("\n").length).toBeLessThanOrEqual(12);
  });

  test.each(examples.map((code, index) => [index + 1, code]))(
    "example %i prints what its comments say",
    (_index, code) => {
      expectToPrintItsComments(String(code));
    },
  );
});

test("README.md states the versions that are tested", () => {
  const { devDependencies } = JSON.parse(read("package.json")) as { devDependencies: Record<string, string> };
  const page = read("README.md");
  const minor = (name: string) => devDependencies[name]?.split(".").slice(0, 2).join(".") ?? "";
  expect(page).toContain(`| Vite, webpack | ${minor("vite")}, ${minor("webpack")} |`);
  expect(page).toContain(`| workerd | ${minor("workerd")} |`);
  expect(page).toContain(`| TypeScript | ${minor("typescript")},`);
});

test("the reference is made from the types without a remark", () => {
  const typedoc = join(root, "node_modules/typedoc/bin/typedoc");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [typedoc, "--options", "docs/typedoc.json", "--emit", "none"],
    { cwd: root, encoding: "utf8" },
  );
  expect({ stdout, stderr, status }).toEqual({ stdout: "", stderr: "", status: 0 });
});

/** What a heading is linked by: lower case, no punctuation, dashes for spaces. */
function anchors(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test.each(pages)("%s links to nothing that is missing", (page) => {
  const broken = [...read(page).matchAll(/\]\(([^)#\s]*)(?:#([^)]*))?\)/g)]
    .filter(([, address = ""]) => !/^[a-z]+:/.test(address))
    .filter(([, address = "", anchor]) => {
      const file = address === "" ? page : join(dirname(page), address);
      return !existsSync(join(root, file)) || (anchor !== undefined && !anchors(file).includes(anchor));
    });
  expect(broken.map(([link]) => link)).toEqual([]);
});

test("the policy that the guide gives is the one that the consumers run under", () => {
  const [policy = ""] = blocks("docs/guides/content-security-policy.md", "text");
  expect(policy.trim().split(/;\n/)).toEqual(strictPolicy.split("; "));
});

test("the messages that serving-core-wasm.md explains are ones that init() gives", () => {
  const page = read("docs/guides/serving-core-wasm.md");
  const rows = page.slice(page.indexOf("| message |")).split("\n").slice(2);
  const messages = rows.filter((row) => row.startsWith("| ")).map((row) => row.split("|")[1]?.trim() ?? "");
  const sources = ["init", "fetch-module"].map((name) => read(`web/core/${name}.ts`)).join("\n");
  const given = (message: string) => sources.includes(message.replace(/\d+$/, "${response.status}"));
  expect(messages.length).toBeGreaterThan(4);
  expect(messages.filter((message) => !given(message))).toEqual([]);
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
