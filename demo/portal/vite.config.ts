import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// The portal's pages ask for /client/<name>-<hash>; .vite/manifest.json says which names "main.ts" has.
export default defineConfig({
  root: here("client"),
  base: "/client/",
  publicDir: false,
  resolve: { alias: { countersign: here("../../dist/core/index.js") } },
  build: {
    outDir: here("../../build/demo/client"),
    emptyOutDir: true,
    manifest: true,
    target: ["chrome111", "firefox113", "safari16.4"],
    assetsInlineLimit: 0, // the page's policy allows no data: address
    modulePreload: { polyfill: false },
    rolldownOptions: { input: here("client/main.ts") },
  },
});
