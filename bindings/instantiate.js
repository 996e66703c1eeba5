// The glue would wait for ever where the module cannot be instantiated, so web/core/init.ts does it. This stands
// before the glue, inside of its function, and hides the platform's WebAssembly from it.
const WebAssembly = { instantiate: Module["instantiate"] };
