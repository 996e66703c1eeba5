// What a page downloads for one entry of the package: all of it, bundled and minified by Vite, brotli.
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "vite";

/**
 * @param {string} entry path of an ES module
 * @returns {Promise<{ wasm: number, javascript: number }>} bytes; every export counts as used
 */
export async function entrySize(entry) {
  const { output } = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
    },
  });
  const size = { wasm: 0, javascript: 0 };
  for (const file of output) {
    if (file.fileName.endsWith(".wasm")) size.wasm += brotliSize(file.source);
    else size.javascript += brotliSize(file.code);
  }
  return size;
}

/** @param {string | Uint8Array} content */
function brotliSize(content) {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await entrySize(process.argv[2])));
}
