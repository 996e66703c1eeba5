// What is checked by reading alone: format, lint, types. Every file or project counts as one test where it can.
import { join } from "node:path";
import { filesBelow } from "../steps/files.mjs";
import { tsc } from "../steps/tsc.mjs";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";
import { cppFiles } from "./cpp-files.mjs";
import { tidySuite } from "./tidy.mjs";
import { unlessUnchanged } from "./unchanged.mjs";

const program = (name) => join(ROOT, "node_modules", name);

export const gates = (tools) => [
  { name: "clang-format", run: () => clangFormat(tools) },
  tidySuite(tools),
  {
    name: "eslint",
    built: true,
    run: () =>
      unlessUnchanged("eslint", () => one([program("eslint/bin/eslint.js"), ".", "--max-warnings=0"], tools)),
  },
  {
    name: "prettier",
    run: () =>
      unlessUnchanged("prettier", () =>
        one([program("prettier/bin/prettier.cjs"), "--check", ".", "--log-level=warn"], tools),
      ),
  },
  { name: "types", built: true, run: () => unlessUnchanged("types", () => types(tools)) },
];

async function one(args, { env }) {
  await run(process.execPath, args, { cwd: ROOT, env });
  return { passed: 1, failed: 0 };
}

async function clangFormat({ env }) {
  const files = await cppFiles(/\.(cpp|h)$/);
  await run("clang-format", ["--dry-run", "-Werror", ...files], { cwd: ROOT, env });
  return { passed: files.length, failed: 0 };
}

/** Every TypeScript project of the tree, without the fixtures that stand for somebody else's. */
async function types({ env }) {
  const below = (
    await Promise.all(["web", "tests", "demo"].map((folder) => filesBelow(join(ROOT, folder))))
  ).flat();
  const projects = below.filter(
    (file) => /\/tsconfig[^/]*\.json$/.test(file) && !file.includes("/fixtures/"),
  );
  let failed = 0;
  for (const project of projects.sort())
    await tsc(["--noEmit", "-p", project], env).catch((error) => {
      failed += 1;
      process.stderr.write(`\n--- types ---\n${error.output}\n`);
    });
  return { passed: projects.length - failed, failed };
}
