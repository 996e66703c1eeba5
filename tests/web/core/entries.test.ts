// Which file each platform gets for "countersign", and the one that no other test can import.
import { execFileSync } from "node:child_process";
import { expect, test } from "@jest/globals";

/** As workerd does: an import of WASM is the module, compiled when the program is deployed. */
const COMPILED = `export async function load(url, context, next) {
  if (!url.endsWith(".wasm")) return await next(url, context);
  const source = \`import { readFileSync } from "node:fs";
    export default new WebAssembly.Module(readFileSync(new URL("\${url}")));\`;
  return { format: "module", shortCircuit: true, source };
}`;

const dataUrl = (source: string) => `data:text/javascript,${encodeURIComponent(source)}`;

function run(program: string, ...options: string[]): string {
  const args = [...options, "--input-type=module", "--eval", program];
  return execFileSync(process.execPath, args, { encoding: "utf8" }).trim();
}

test.each([
  ["node", [], "node.js"],
  ["workerd", ["--conditions=workerd"], "workerd.js"],
])("%s gets its own", (_, options, file) => {
  const resolved = run('console.log(import.meta.resolve("countersign"))', ...options);
  expect(resolved.slice(resolved.lastIndexOf("/") + 1)).toBe(file);
});

test("in workerd the core starts from the deployed module: nothing is fetched, read or compiled", () => {
  const program = `
    import { init, Secret, Totp } from "countersign";
    for (const name of ["compile", "compileStreaming", "instantiateStreaming"]) delete WebAssembly[name];
    delete globalThis.fetch;
    await init();
    const secret = Secret.fromText("12345678901234567890");
    console.log(new Totp({ secret }).generate({ time: 59_000 }));
  `;
  const hook = `import { register } from "node:module"; register(${JSON.stringify(dataUrl(COMPILED))});`;
  expect(run(program, "--conditions=workerd", `--import=${dataUrl(hook)}`)).toBe("287082");
});
