// The tarball as npm would publish it.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { read, root } from "./repository.js";
import { packed, patience, type Tarball } from "./tarball.js";

jest.setTimeout(patience);

let folder: string;
let tarball: Tarball;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "countersign-tarball-"));
  tarball = packed(folder);
  execFileSync("tar", ["-xzf", tarball.path, "-C", folder]);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const inside = (file: string): Buffer => readFileSync(join(folder, "package", file));

test("the tarball holds exactly the files of contents.txt", () => {
  expect(tarball.files).toEqual(read("tests/package/contents.txt").trim().split("\n"));
});

test(
  "publint has no remark",
  async () => {
    const { messages, pkg } = await publint({
      pkgDir: join(folder, "package"),
      level: "suggestion",
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code)).toEqual(
      [],
    );
  },
  patience,
);

test(
  "Are the types wrong? has no remark, for every entry, wherever ES modules are resolved",
  () => {
    const judge = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
    const { stdout, status } = spawnSync(
      process.execPath,
      [judge, tarball.path, "--profile", "esm-only", "--format", "json"],
      { encoding: "utf8" },
    );
    const { analysis, problems = {} } = JSON.parse(stdout) as Judgment;
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./core.wasm", "./package.json"]);
    // The profile's verdict is in the status; its JSON still lists what CommonJS and Node 10 would see.
    const remarks = Object.values(problems)
      .flat()
      .filter(({ resolutionKind = "all" }) => !["node10", "node16-cjs"].includes(resolutionKind));
    expect({ remarks, status }).toEqual({ remarks: [], status: 0 });
  },
  patience,
);

interface Judgment {
  readonly analysis: { readonly entrypoints: Record<string, unknown> };
  readonly problems?: Record<string, { readonly resolutionKind?: string }[]>;
}

test("no file names a path of the machine that built it, or a registry", () => {
  const home = root.split("/").slice(0, 3).join("/");
  const foreign = [root, `${home}/`, "/root/", "/home/", "/tmp/", "file:///", "registry."];
  for (const file of tarball.files) {
    const text = inside(file).toString("latin1");
    expect([file, foreign.filter((word) => text.includes(word))]).toEqual([file, []]);
  }
});

test("no file holds a private key, a token or a source map that leads nowhere", () => {
  const suspects = /-----BEGIN [A-Z ]*PRIVATE KEY|_authToken|npm_[A-Za-z0-9]{36}|sourceMappingURL/;
  for (const file of tarball.files) {
    expect([file, suspects.exec(inside(file).toString("latin1"))?.[0]]).toEqual([file, undefined]);
  }
});

test("the licenses and notices are in it, in full", () => {
  expect(inside("LICENSE").toString()).toContain("Apache License");
  expect(inside("LICENSES/LGPL-2.1.txt").toString()).toContain("END OF TERMS AND CONDITIONS");
  const notices = inside("THIRD_PARTY_NOTICES").toString();
  for (const work of ["libqrencode 4.1.1", "musl", "Emscripten 3.1.69", "libc++", "compiler-rt"]) {
    expect(notices).toContain(work);
  }
  expect(notices).toContain("e455d9732f8041cf5b9c388e345a641fd15707860f928e94507b1961256a6923");
  expect(notices).toContain("npm run build:wasm -- --qrencode=DIR");
});

test("installing it runs nothing and brings nothing", () => {
  const manifest = JSON.parse(inside("package.json").toString()) as Record<string, unknown>;
  const scripts = Object.keys(manifest["scripts"] ?? {});
  expect(scripts.filter((name) => /^(pre|post)?install$|^prepare$/.test(name))).toEqual([]);
  expect(manifest["dependencies"] ?? {}).toEqual({});
});
