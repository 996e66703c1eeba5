// Small modules of WebAssembly, byte by byte, to start the core with what is not its own.

const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const TYPE_SECTION = 1;
const IMPORT_SECTION = 2;
/** () => () */
const FUNCTION_TYPE = [0x60, 0, 0];
/** A function of the first type. */
const FUNCTION = [0, 0];

type Import = readonly [from: string, name: string];

/** A module that needs functions without arguments, and offers nothing. */
export function moduleOf(...imports: Import[]): WebAssembly.Module {
  const entries = imports.flatMap(([from, name]) => [...text(from), ...text(name), ...FUNCTION]);
  const sections = [
    ...section(TYPE_SECTION, [1, ...FUNCTION_TYPE]),
    ...section(IMPORT_SECTION, [...length(imports.length), ...entries]),
  ];
  return new WebAssembly.Module(new Uint8Array([...MAGIC, ...sections]));
}

export function importsOf(wasm: Uint8Array<ArrayBuffer>): Import[] {
  return WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map(({ module, name }) => [module, name]);
}

function section(id: number, content: number[]): number[] {
  return [id, ...length(content.length), ...content];
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...length(bytes.length), ...bytes];
}

/** Unsigned LEB128. */
function length(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...length(value >> 7)];
}
