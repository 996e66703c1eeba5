import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { build, createServer } from "vite";
import { visit } from "./chromium.js";
import { expectEnrollment } from "./enrolled.js";
import { makeProject, type Project } from "./project.js";
import { serve, strictPolicy } from "./static-server.js";

let project: Project;
beforeAll(() => {
  project = makeProject("./bundled.js");
});
afterAll(() => {
  project.remove();
});

test("what Vite builds enrolls under the strict policy", async () => {
  await build({ root: project.folder, configFile: false, logLevel: "error" });
  const server = await serve(join(project.folder, "dist"));
  try {
    const { enrolled, complaints, foreignRequests } = await visit(`${server.origin}/`);
    expectEnrollment(enrolled);
    expect(complaints).toEqual([]);
    expect(foreignRequests).toEqual([]);
  } finally {
    await server.close();
  }
});

test("Vite's development server serves it with nothing configured, under the same policy", async () => {
  const vite = await createServer({
    root: project.folder,
    configFile: false,
    logLevel: "error",
    server: {
      host: "127.0.0.1",
      port: 0,
      // Vite's own client talks to it over a WebSocket.
      headers: {
        "content-security-policy": strictPolicy.replace("connect-src 'self'", "connect-src 'self' ws:"),
      },
    },
  });
  try {
    await vite.listen();
    const address = vite.resolvedUrls?.local[0];
    if (address === undefined) throw new Error("Vite did not say where it listens");
    const { enrolled, complaints } = await visit(address);
    expectEnrollment(enrolled);
    expect(complaints).toEqual([]);
  } finally {
    await vite.close();
  }
});
