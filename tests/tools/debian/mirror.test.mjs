import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { chooseMirror, parseDeb822, parseOneLine, readSources } from "../../../tools/debian/mirror.mjs";

let folder;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "countersign-apt-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const STANZAS = `Types: deb deb-src
# a remark between the fields
URIs: http://mirror.example/debian
Suites: bookworm
 bookworm-updates
Components: main contrib

Enabled: no
Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main

Types: deb
URIs: http://mirror.example/debian-security
Suites: bookworm-security
Components: main
`;

test("reads stanzas, with folded lines, and leaves out what is disabled", () => {
  expect(parseDeb822(STANZAS)).toEqual([
    {
      uris: ["http://mirror.example/debian"],
      suites: ["bookworm", "bookworm-updates"],
      components: ["main", "contrib"],
    },
    { uris: ["http://mirror.example/debian-security"], suites: ["bookworm-security"], components: ["main"] },
  ]);
});

test("reads lines, with options, and leaves out sources and remarks", () => {
  const text = `# deb http://off.example/debian bookworm main
deb [arch=amd64 signed-by=/key] https://mirror.example/debian bookworm main contrib # near
deb-src https://mirror.example/debian bookworm main
`;
  expect(parseOneLine(text)).toEqual([
    { uris: ["https://mirror.example/debian"], suites: ["bookworm"], components: ["main", "contrib"] },
  ]);
});

test("finds the machine's archive and security archive beside other people's", async () => {
  mkdirSync(join(folder, "sources.list.d"));
  writeFileSync(join(folder, "sources.list"), "deb https://packages.example/node nodistro main\n");
  writeFileSync(join(folder, "sources.list.d/debian.sources"), STANZAS);
  expect(chooseMirror(await readSources(folder), "bookworm")).toEqual({
    archive: "http://mirror.example/debian",
    security: "http://mirror.example/debian-security",
  });
});

test("finds none where there is none", async () => {
  expect(chooseMirror(await readSources(folder), "bookworm")).toEqual({
    archive: undefined,
    security: undefined,
  });
});
