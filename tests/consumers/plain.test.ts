import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { patience } from "../package/tarball.js";
import { visit } from "./chromium.js";
import { expectToNeed, ownCore } from "./core-file.js";
import { expectEnrollment } from "./enrolled.js";
import { makeProject, page, type Project } from "./project.js";
import { serve, strictPolicy, type StaticServer } from "./static-server.js";

jest.setTimeout(patience);

let project: Project;
let server: StaticServer;
beforeAll(async () => {
  project = makeProject("./plain.js");
  server = await serve(project.folder);
});
afterAll(async () => {
  await server.close();
  project.remove();
});

test("a page without a bundler enrolls under the strict policy and asks nobody else for anything", async () => {
  const { enrolled, complaints, foreignRequests } = await visit(`${server.origin}/`);
  expectEnrollment(enrolled);
  expect(complaints).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

test("the policy is in force: a page that writes HTML from text is stopped", async () => {
  writeFileSync(join(project.folder, "unsafe.html"), page("./unsafe.js"));
  await expect(visit(`${server.origin}/unsafe.html`)).rejects.toThrow(/TrustedHTML/);
});

test("where the policy does not let WebAssembly compile, the page says which word is missing", async () => {
  const strictest = await serve(project.folder, strictPolicy.replace(" 'wasm-unsafe-eval'", ""));
  try {
    await expect(visit(`${strictest.origin}/`)).rejects.toThrow(
      /core\.wasm: .* script-src 'wasm-unsafe-eval'/,
    );
  } finally {
    await strictest.close();
  }
});

test("a server that answers with its start page in place of core.wasm is found out", async () => {
  const start = page("./plain.js");
  writeFileSync(join(project.folder, "start.wasm"), start);
  writeFileSync(join(project.folder, "elsewhere.html"), page("./elsewhere.js"));
  await expect(visit(`${server.origin}/elsewhere.html`)).rejects.toThrow(
    /start\.wasm: HTML instead of WebAssembly/,
  );
});

// The last one: it takes the file away.
test("without core.wasm no page enrolls, and the error names the address", async () => {
  await expectToNeed(join(project.folder, ownCore), `${server.origin}/`);
});
