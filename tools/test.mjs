// npm test [-- SUITE…]: everything that must hold, or the named suites. The last line is `N passed, N failed`.
import { build } from "./steps/all.mjs";
import { say } from "./machine/say.mjs";
import { gates } from "./test/gates.mjs";
import { jestSuites } from "./test/jest.mjs";
import { nativeSuite } from "./test/native.mjs";
import { chooseSuites, printTable, runSuite, total } from "./test/suites.mjs";
import { toolchain } from "./toolchain.mjs";

const AT_ONCE = 2;
const results = [];
const attempt = async (suite) => results.push(await runSuite(suite));

let tools;
await attempt({
  name: "bootstrap",
  run: async () => {
    tools = await toolchain({ browser: true });
    return { passed: 1, failed: 0 };
  },
});

if (tools) {
  const wanted = process.argv.slice(2);
  const jest = await jestSuites(tools).catch((error) => [{ name: "jest", run: () => Promise.reject(error) }]);
  const { chosen, unknown } = chooseSuites([nativeSuite(tools), ...gates(tools)], jest, wanted);
  for (const name of unknown)
    await attempt({ name, run: () => Promise.reject(new Error("there is no such suite")) });
  if (chosen.some(({ built }) => built))
    await attempt({ name: "build", run: async () => ({ passed: (await build(tools)).length, failed: 0 }) });
  // What needs one core goes two at a time; what drives browsers has the machine for itself.
  const queue = chosen.filter(({ alone }) => !alone);
  const worker = async () => {
    for (let suite = queue.shift(); suite; suite = queue.shift()) await attempt(suite);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const suite of chosen.filter(({ alone }) => alone)) await attempt(suite);
}

if (tools && !tools.exact) say("sizes", "not the pinned Emscripten: no size budgets");
printTable(results);
const { passed, failed } = total(results);
process.exitCode = failed > 0 ? 1 : 0;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
