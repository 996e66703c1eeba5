// Types of the platform that a project knows only with `lib: ["DOM"]` or Node's types. Without them they are objects
// of no known shape, so that our own types compile there.

type PrototypeOf<Class> = Class extends { readonly prototype: infer Prototype } ? Prototype : object;

export type PlatformCryptoKey = typeof globalThis extends { CryptoKey: infer Class }
  ? PrototypeOf<Class>
  : object;

export type PlatformUrl = typeof globalThis extends { URL: infer Class } ? PrototypeOf<Class> : object;

export type PlatformWasmModule = typeof globalThis extends { WebAssembly: { Module: infer Class } }
  ? PrototypeOf<Class>
  : object;
