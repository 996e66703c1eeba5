import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { root } from "../package/repository.js";
import { patience } from "../package/tarball.js";
import { visit } from "./chromium.js";
import { bundledCore, expectToNeed } from "./core-file.js";
import { expectEnrollment } from "./enrolled.js";
import { makeProject, type Project } from "./project.js";
import { serve, strictPolicy } from "./static-server.js";

jest.setTimeout(patience);

// In a process of its own, as a person runs it: its native half does not take values of Jest's realm.
const vite = join(root, "node_modules/vite/bin/vite.js");

let project: Project;
beforeAll(() => {
  project = makeProject("./bundled.js");
});
afterAll(() => {
  project.remove();
});

test(
  "what Vite builds enrolls under the strict policy, and not without core.wasm",
  async () => {
    execFileSync(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: project.folder });
    const target = join(project.folder, "dist");
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

test(
  "Vite's development server serves it with nothing configured but the same policy",
  async () => {
    // Vite's own client talks to it over a WebSocket.
    const policy = strictPolicy.replace("connect-src 'self'", "connect-src 'self' ws:");
    const config = { server: { headers: { "content-security-policy": policy } } };
    writeFileSync(join(project.folder, "vite.config.js"), `export default ${JSON.stringify(config)};\n`);
    const server = spawn(process.execPath, [vite, "--host", "127.0.0.1", "--port", "5999"], {
      cwd: project.folder,
      env: { ...process.env, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const { enrolled, complaints } = await visit(await addressOf(server.stdout));
      expectEnrollment(enrolled);
      expect(complaints).toEqual([]);
    } finally {
      server.kill();
      await once(server, "exit");
    }
  },
  patience,
);

/** Vite takes the next free port where the wanted one is taken, and says which. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error("Vite ended before it said where it listens");
}
