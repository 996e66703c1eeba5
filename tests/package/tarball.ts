// The tarball that would be published.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root } from "./repository.js";

/** Milliseconds that packing, bundling or a browser may take on a busy machine. */
export const patience = 120_000;

export interface Tarball {
  readonly path: string;
  /** Paths inside, without the leading "package/", sorted. */
  readonly files: readonly string[];
  /** Bytes of the tarball, and of its files unpacked. */
  readonly size: number;
  readonly unpackedSize: number;
}

interface PackReport {
  filename: string;
  size: number;
  unpackedSize: number;
  files: { path: string }[];
}

/** Packs what is in dist/ now into `folder`. */
export function packed(folder: string): Tarball {
  const report = execFileSync(
    "npm",
    ["pack", "--json", "--ignore-scripts", "--offline", "--loglevel=error", `--pack-destination=${folder}`],
    { cwd: root, encoding: "utf8" },
  );
  const [only] = JSON.parse(report) as PackReport[];
  if (only === undefined) throw new Error("npm pack made nothing");
  return {
    path: join(folder, only.filename),
    files: only.files.map(({ path }) => path).sort(),
    size: only.size,
    unpackedSize: only.unpackedSize,
  };
}
