// Fetches what is missing and nothing else; under two seconds when all is there.
import { cacheFolder } from "./cache.mjs";
import { fail, say } from "./say.mjs";
import { toolchain } from "./toolchain.mjs";

const started = performance.now();
try {
  say(`Countersign: looking for what is missing (cache: ${cacheFolder()})`);
  await toolchain(["wasm", "native", "browser"]);
  say(`All there, ${((performance.now() - started) / 1000).toFixed(1)} s.`);
} catch (error) {
  fail(error);
}
