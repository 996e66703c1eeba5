/** What an import of core.wasm gives depends on who imports it: workerd the module, most bundlers its address. */
declare const core: WebAssembly.Module;
export default core;
