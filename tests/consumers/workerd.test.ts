import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { root } from "../package/repository.js";
import { patience } from "../package/tarball.js";
import { ownCore } from "./core-file.js";
import { expectEnrollment, type Enrolled } from "./enrolled.js";
import { makeProject, type Project } from "./project.js";

jest.setTimeout(patience);

const vite = join(root, "node_modules/vite/bin/vite.js");
// The program itself: a signal to the script in bin/ would not reach it.
const { default: workerd } = createRequire(import.meta.url)("workerd") as { default: string };

let project: Project;
beforeAll(() => {
  project = makeProject();
  bundle();
});
afterAll(() => {
  project.remove();
});

test("a worker bundled with the workerd condition enrolls in workerd", async () => {
  const { status, text } = await answer();
  expect([status, status === 200 ? "" : text]).toEqual([200, ""]);
  expectEnrollment(JSON.parse(text) as Enrolled);
});

test("it does so by the module that the platform compiled; the browser's entry says what it lacks", async () => {
  expect(readFileSync(join(project.folder, "dist/worker.js"), "utf8")).toContain(`from "./${ownCore}"`);
  bundle("browser");
  expect(await answer()).toEqual({
    status: 500,
    text: expect.stringMatching(/^CountersignError: core\.wasm: .* init\(\{ wasmModule \}\)/),
  });
});

/** As a deployment tool does: one module, with the WASM left to the platform. */
function bundle(condition = "workerd"): void {
  const config = {
    resolve: { conditions: [condition] },
    ssr: { noExternal: true, target: "webworker", resolve: { conditions: [condition] } },
    build: { ssr: "worker.js", minify: false },
  };
  const external = "/\\.wasm$/";
  writeFileSync(
    join(project.folder, "vite.config.js"),
    `const config = ${JSON.stringify(config)};\n` +
      `config.build.rolldownOptions = { external: [${external}] };\nexport default config;\n`,
  );
  execFileSync(process.execPath, [vite, "build", "--logLevel", "error"], { cwd: project.folder });
}

/** What the bundle says to one request. */
async function answer(): Promise<{ readonly status: number; readonly text: string }> {
  writeFileSync(join(project.folder, "workerd.capnp"), settings);
  const server = spawn(workerd, ["serve", "workerd.capnp", "--control-fd=1"], {
    cwd: project.folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const response = await fetch(await addressOf(server.stdout));
    return { status: response.status, text: await response.text() };
  } finally {
    server.kill();
    await once(server, "exit");
  }
}

const settings = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    compatibilityDate = "2026-01-01",
    modules = [
      (name = "worker.js", esModule = embed "dist/worker.js"),
      (name = "${ownCore}", wasm = embed "${ownCore}")
    ]
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")]
);
`;

/** workerd says on its control channel, a line of JSON an event, which port the system chose. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const { event, port } = JSON.parse(line) as { event: string; port?: number };
    if (event === "listen" && port !== undefined) return `http://127.0.0.1:${String(port)}/`;
  }
  throw new Error("workerd ended before it said where it listens");
}
