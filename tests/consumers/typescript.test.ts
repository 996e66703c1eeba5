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

const resolutions = [
  { module: "ESNext", moduleResolution: "bundler" },
  { module: "NodeNext", moduleResolution: "nodenext" },
];

test.each(resolutions)(
  "a strict TypeScript project compiles with %o, ES2022 and skipLibCheck off",
  (resolution) => {
    const config = {
      compilerOptions: {
        ...resolution,
        target: "ES2022",
        lib: ["ES2022", "DOM"],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      },
      files: ["typescript/consumer.ts"],
    };
    const file = join(project.folder, `tsconfig.${resolution.moduleResolution}.json`);
    writeFileSync(file, JSON.stringify(config));
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const { stdout, status } = spawnSync(process.execPath, [compiler, "--project", file], {
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  },
);
