import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { patience } from "../package/tarball.js";
import { visit } from "./chromium.js";
import { expectEnrollment } from "./enrolled.js";
import { makeProject, type Project } from "./project.js";
import { serve, type StaticServer } from "./static-server.js";

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

test(
  "a page without a bundler enrolls under the strict policy and asks nobody else for anything",
  async () => {
    const { enrolled, complaints, foreignRequests } = await visit(`${server.origin}/`);
    expectEnrollment(enrolled);
    expect(complaints).toEqual([]);
    expect(foreignRequests).toEqual([]);
  },
  patience,
);
