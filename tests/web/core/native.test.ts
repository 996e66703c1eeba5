import { beforeAll, expect, test } from "@jest/globals";
import ts from "typescript";

const IMPORTS = `
  import type { MainModule } from "../../../dist/core/core.js";
  import type { NativeCore } from "../../../dist/core/native.js";
`;

/** Programs in which the compiler compares what Embind emits with what we wrote. */
const SOURCES = {
  names: `${IMPORTS}
    const missing: Exclude<keyof MainModule, keyof NativeCore>[] = [];
    const invented: Exclude<keyof NativeCore, keyof MainModule>[] = [];
    export const nothing: never[] = [...missing, ...invented];
  `,
  uses: `${IMPORTS}
    declare const emitted: MainModule;
    export const core: NativeCore = emitted;
    type Arguments = { [Name in keyof NativeCore & keyof MainModule]: NativeCore[Name] extends (...args: infer Ours) => unknown
      ? MainModule[Name] extends (...args: infer Theirs) => unknown ? (Ours["length"] extends Theirs["length"] ? never : Name) : Name
      : never }[keyof NativeCore & keyof MainModule];
    export const nothing: never[] = [] as Arguments[];
    export const six: 6 = null as unknown as Parameters<NativeCore["_totpVerify"]>["length"];
  `,
  wrong: `${IMPORTS} export const wrong: keyof NativeCore = "noSuchName";`,
};

type Name = keyof typeof SOURCES;

const fileOf = (name: Name) => `${process.cwd()}/tests/web/core/compared-${name}.ts`;
const sources = new Map(Object.entries(SOURCES).map(([name, text]) => [fileOf(name as Name), text]));
let program: ts.Program;

// One program for all of them: most of its time goes into reading the compiler's own library.
beforeAll(() => {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts"],
    types: [],
    strict: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.readFile = (name) => sources.get(name) ?? disk.readFile(name);
  host.fileExists = (name) => sources.has(name) || disk.fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = sources.get(name);
    return text === undefined
      ? disk.getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  program = ts.createProgram([...sources.keys()], options, host);
}, 60_000);

/** What the compiler says of one of them, and of all that it imports. */
function remarksOn(name: Name): string[] {
  const file = program.getSourceFile(fileOf(name));
  return [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
    ...program.getOptionsDiagnostics(),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("our types of the boundary and those that Embind emits name the same things", () => {
  expect(remarksOn("names")).toEqual([]);
});

test("what Embind emits can be used as our types say, and what our types pass it takes", () => {
  expect(remarksOn("uses")).toEqual([]);
});

test("the comparison would notice", () => {
  expect(remarksOn("wrong")).toHaveLength(1);
});
