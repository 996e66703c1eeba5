import { readdir, readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Assets } from "../../pages/models.js";
import { StartError } from "../start/start-error.js";

/** Address of the bundle; the same as `base` in vite.config.ts. */
const PREFIX = "/client/";
const ENTRY = "main.ts";

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
}

/**
 * The addresses in Vite's manifest.
 *
 * @param folder - Vite's output
 * @throws StartError "not-built" where there is no manifest, or none with our entry
 */
export async function readAssets(folder: string): Promise<Assets> {
  const manifest = join(folder, ".vite", "manifest.json");
  const text = await readFile(manifest, "utf8").catch(() => undefined);
  const entries = text === undefined ? {} : (JSON.parse(text) as Readonly<Record<string, ManifestEntry>>);
  const entry = entries[ENTRY];
  if (entry === undefined) {
    throw new StartError(
      "not-built",
      `${manifest} does not name ${ENTRY}. Build the demo first: npm run build`,
    );
  }
  return { script: PREFIX + entry.file, styles: (entry.css ?? []).map((file) => PREFIX + file) };
}

/** What Vite writes; anything else in the folder is not served. */
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
};

/**
 * Serves the bundle: the files that are there at start, each under its own route, so that no request names a path.
 * Their names hold a hash of their content, so they may be kept for good.
 */
export async function serveAssets(app: FastifyInstance, folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    const type = TYPES[extname(name)];
    if (type === undefined || name.startsWith(".")) continue;
    const content = await readFile(join(folder, name));
    app.get(PREFIX + name.replaceAll(sep, "/"), async (_request, reply) => {
      reply.header("cache-control", "public, max-age=31536000, immutable");
      return await reply.type(type).send(content);
    });
  }
}
