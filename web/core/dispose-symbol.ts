declare global {
  // As in TypeScript's own lib.esnext.disposable.d.ts, for those who compile for ES2022.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

/** `Symbol.dispose` where the engine has it; elsewhere a symbol of ours, so that the classes look the same. */
export const disposeSymbol: typeof Symbol.dispose =
  (Symbol as { readonly dispose?: typeof Symbol.dispose }).dispose ??
  (Symbol("Symbol.dispose") as typeof Symbol.dispose);
