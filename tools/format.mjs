// npm run format: C++ by clang-format, everything else by Prettier.
import { join } from "node:path";
import { failsPlainly } from "./machine/fails-plainly.mjs";
import { ROOT } from "./machine/places.mjs";
import { run } from "./machine/run.mjs";
import { cppFiles } from "./test/cpp-files.mjs";
import { toolchain } from "./toolchain.mjs";

await failsPlainly(async () => {
  const { env } = await toolchain();
  const options = { cwd: ROOT, env, live: true };
  await run("clang-format", ["-i", ...(await cppFiles(/\.(cpp|h)$/))], options);
  const prettier = join(ROOT, "node_modules/prettier/bin/prettier.cjs");
  await run(process.execPath, [prettier, "--write", "--list-different", "."], options);
});
