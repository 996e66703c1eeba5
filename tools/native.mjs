// npm run build:native: the core and its tests for this machine, optimized and without sanitizers.
import { buildNative } from "./steps/native.mjs";
import { failsPlainly } from "./machine/fails-plainly.mjs";
import { toolchain } from "./toolchain.mjs";

await failsPlainly(async () => {
  await buildNative(await toolchain(), { folder: "build/native", live: true });
});
