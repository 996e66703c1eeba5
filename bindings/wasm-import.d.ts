// An import of WASM as the platforms do it that compile it beforehand.
declare module "*.wasm" {
  const module: WebAssembly.Module;
  export default module;
}
