import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { patience } from "../package/tarball.js";
import { expectEnrollment, type Enrolled } from "./enrolled.js";
import { makeProject, type Project } from "./project.js";

jest.setTimeout(patience);

let project: Project;
beforeAll(() => {
  project = makeProject();
});
afterAll(() => {
  project.remove();
});

test(
  "a Node program enrolls with the packed package, and Node has nothing to warn about",
  () => {
    const output = execFileSync(process.execPath, ["--throw-deprecation", "node.js"], {
      cwd: project.folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
    expectEnrollment(JSON.parse(output) as Enrolled);
  },
  patience,
);

test(
  "a program that only imports the package ends by itself",
  () => {
    const output = execFileSync(
      process.execPath,
      ["--input-type=module", "--eval", `await import("countersign"); console.log("imported")`],
      { cwd: project.folder, encoding: "utf8", timeout: 10_000 },
    );
    expect(output).toBe("imported\n");
  },
  patience,
);
