import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import webpack from "webpack";
import { patience } from "../package/tarball.js";
import { visit } from "./chromium.js";
import { bundledCore, expectToNeed } from "./core-file.js";
import { expectEnrollment } from "./enrolled.js";
import { makeProject, type Project } from "./project.js";
import { serve } from "./static-server.js";

jest.setTimeout(patience);

let project: Project;
beforeAll(() => {
  project = makeProject("./main.js");
});
afterAll(() => {
  project.remove();
});

test(
  "what webpack builds, with no loader and no rule, enrolls under the strict policy, and not without core.wasm",
  async () => {
    const target = join(project.folder, "dist");
    const stats = await bundle(target);
    expect(stats.toJson({ all: false, errors: true, warnings: true })).toMatchObject({
      errors: [],
      warnings: [],
    });

    copyFileSync(join(project.folder, "index.html"), join(target, "index.html"));
    const core = bundledCore(project, target);
    const server = await serve(target);
    try {
      const { enrolled, complaints, foreignRequests } = await visit(`${server.origin}/`);
      expectEnrollment(enrolled);
      expect(complaints).toEqual([]);
      expect(foreignRequests).toEqual([]);
      await expectToNeed(core, `${server.origin}/`);
    } finally {
      await server.close();
    }
  },
  patience,
);

async function bundle(target: string): Promise<webpack.Stats> {
  const compiler = webpack({
    mode: "production",
    context: project.folder,
    entry: "./bundled.js",
    output: { path: target, filename: "main.js" },
  });
  try {
    return await new Promise((done, fail) => {
      compiler.run((error, stats) => {
        if (stats === undefined) fail(error ?? new Error("webpack said nothing"));
        else done(stats);
      });
    });
  } finally {
    await new Promise<void>((closed) => {
      compiler.close(() => {
        closed();
      });
    });
  }
}
