// npm run build [-- --only=wasm,package,server,client] [--qrencode=DIR]
import { parseArgs } from "node:util";
import { build, STEP_NAMES } from "./steps/all.mjs";
import { failsPlainly } from "./machine/fails-plainly.mjs";
import { say } from "./machine/say.mjs";
import { toolchain } from "./toolchain.mjs";

await failsPlainly(async () => {
  const options = { only: { type: "string" }, qrencode: { type: "string" } };
  const { values } = parseArgs({ options });
  const only = values.only?.split(",");
  const unknown = only?.find((name) => !STEP_NAMES.includes(name));
  if (unknown) throw new Error(`--only=${unknown}: the steps are ${STEP_NAMES.join(", ")}`);
  const tools = await toolchain({ tests: false });
  const steps = await build(tools, { only, qrencode: values.qrencode });
  if (!steps.some(({ ran }) => ran)) say("build", "up to date");
});
