// What the project's own tests ask beside the public interface. Neither an entry of the package nor in it.
export { fetchModule } from "./fetch-module.js";
export { createInit } from "./init.js";
export type { Loader } from "./init.js";
export { probeLeaks, wasmMemory } from "./leak-probe.js";
export type { LeakProbe } from "./leak-probe.js";
export { MESSAGES } from "./messages.js";
