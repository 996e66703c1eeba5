import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
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
    throw new StartError("not-built", `${manifest} does not name ${ENTRY}. Build the demo first: npm run build`);
  }
  return { script: PREFIX + entry.file, styles: (entry.css ?? []).map((file) => PREFIX + file) };
}

/** Serves the bundle. Its names hold a hash of their content, so they may be kept for good. */
export async function serveAssets(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    prefix: PREFIX,
    dotfiles: "ignore",
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header("cache-control", "public, max-age=31536000, immutable");
    },
  });
}
