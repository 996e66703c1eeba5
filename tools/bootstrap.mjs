// node tools/bootstrap.mjs: brings everything that npm test needs and that is not there.
import { failsPlainly } from "./machine/fails-plainly.mjs";
import { say } from "./machine/say.mjs";
import { toolchain } from "./toolchain.mjs";

await failsPlainly(async () => {
  const { compiler, exact } = await toolchain({ browser: true });
  say("bootstrap", `everything is there (Emscripten ${compiler}${exact ? "" : ", not the pinned one"})`);
});
