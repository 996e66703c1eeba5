// A project of somebody else: the packed tarball, unpacked where npm would put it, and the fixtures beside it.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packed } from "../package/tarball.js";
import { root } from "../package/repository.js";

export interface Project {
  readonly folder: string;
  remove(): void;
}

/** @param script - the module that its index.html loads, if it has one */
export function makeProject(script?: string): Project {
  const folder = mkdtempSync(join(tmpdir(), "countersign-consumer-"));
  const home = join(folder, "node_modules/countersign");
  mkdirSync(home, { recursive: true });
  const tarball = packed(folder);
  execFileSync("tar", ["-xzf", tarball.path, "-C", home, "--strip-components=1"]);
  rmSync(tarball.path);
  cpSync(join(root, "tests/consumers/fixtures"), folder, { recursive: true });
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" }),
  );
  if (script !== undefined) writeFileSync(join(folder, "index.html"), page(script));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param script - address of a module */
export function page(script: string): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Consumer</title>
  <link rel="icon" href="data:," />
  <output></output>
  <script type="module" src="${script}"></script>
</html>
`;
}
