/** The address of core.wasm, as a bundler's asset loader gives it: for `init({ wasmUrl })`. */
declare const address: string;
export default address;
