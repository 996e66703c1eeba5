// What a page downloads for one entry of the package: every module it reaches and the WASM they name, brotli each.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

// import … from "./x.js", export … from "./x.js", import "./x.js", import("./x.js"), new URL("./x.wasm", import.meta.url)
const reference = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)["'](\.{1,2}\/[^"']+)["']/g;

/**
 * @param {string} entry path of an ES module
 * @returns {string[]} it and all files it refers to by a relative address, each once
 */
export function filesOf(entry) {
  const found = new Set();
  const open = [resolve(entry)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    if (!/\.m?js$/.test(file)) continue;
    for (const [, address] of readFileSync(file, "utf8").matchAll(reference)) {
      open.push(resolve(dirname(file), address));
    }
  }
  return [...found];
}

/**
 * @param {string} file
 * @returns {number} bytes at brotli's best
 */
export function brotliSize(file) {
  return brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY },
  }).length;
}

/**
 * @param {string} entry path of an ES module
 * @returns {{ wasm: number, javascript: number }} bytes, brotli, not minified and not bundled
 */
export function entrySize(entry) {
  const size = { wasm: 0, javascript: 0 };
  for (const file of filesOf(entry)) size[file.endsWith(".wasm") ? "wasm" : "javascript"] += brotliSize(file);
  return size;
}
