// The proof that an enrollment needs the file it was served: without it, the page says what is missing.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@jest/globals";
import { visit } from "./chromium.js";
import type { Project } from "./project.js";

/** Where the package has it. */
export const ownCore = "node_modules/countersign/dist/core/core.wasm";

/** The one .wasm file that a bundler left below `folder`, which has to be the package's own, byte for byte. */
export function bundledCore(project: Project, folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".wasm"),
  );
  expect(files).toHaveLength(1);
  const file = join(folder, files[0] ?? "");
  expect(readFileSync(file).equals(readFileSync(join(project.folder, ownCore)))).toBe(true);
  return file;
}

/** Takes the file away and looks at the page again. */
export async function expectToNeed(file: string, address: string): Promise<void> {
  rmSync(file);
  await expect(visit(address)).rejects.toThrow(/CountersignError: \S+\.wasm: HTTP status 404/);
}
