import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { root } from "../package/repository.js";
import { patience } from "../package/tarball.js";
import { makeProject, type Project } from "./project.js";

jest.setTimeout(patience);

let project: Project;
beforeAll(() => {
  project = makeProject();
});
afterAll(() => {
  project.remove();
});

const bundler = { module: "ESNext", moduleResolution: "bundler" };
const node = { module: "NodeNext", moduleResolution: "nodenext" };
const projects = [
  ["a page's", { ...bundler, lib: ["ES2022", "DOM"], types: [] }],
  ["one that knows no platform", { ...bundler, lib: ["ES2022"], types: [] }],
  ["a server's", { ...node, lib: ["ES2022"], types: ["node"] }],
] as const;

test.each(projects)("a strict TypeScript project with skipLibCheck off compiles: %s, %o", (name, options) => {
  const config = {
    compilerOptions: {
      ...options,
      target: "ES2022",
      typeRoots: [join(root, "node_modules/@types")],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    },
    files: ["typescript/consumer.ts"],
  };
  const file = join(project.folder, `tsconfig.${name.replaceAll(/\W+/g, "-")}.json`);
  writeFileSync(file, JSON.stringify(config));
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { stdout, status } = spawnSync(process.execPath, [compiler, "--project", file], {
    encoding: "utf8",
  });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});
