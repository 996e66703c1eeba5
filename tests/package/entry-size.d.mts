export function filesOf(entry: string): string[];
export function brotliSize(file: string): number;
export function entrySize(entry: string): { wasm: number; javascript: number };
