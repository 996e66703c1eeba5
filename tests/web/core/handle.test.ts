import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "@jest/globals";
import { init, Secret, Totp } from "countersign";
import { probeLeaks, wasmMemory } from "../../../dist/core/for-tests.js";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** Lets the engine find what is forgotten; it need not at once. */
async function untilCaught(count: number): Promise<void> {
  for (let turn = 0; turn < 200 && probeLeaks().caughtByNet < count; turn += 1) {
    collectGarbage();
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
}

// In functions of their own, so that nothing on the stack keeps an object alive.
function forget(key: Uint8Array): void {
  new Totp({ secret: Secret.fromBytes(key) }).generate();
}

function forgetOne(): void {
  Secret.generate();
}

function disposeOfOne(): void {
  const secret = Secret.generate();
  new Totp({ secret }).dispose();
  secret.dispose();
}

test("what is forgotten is wiped in the end, and the net tells", async () => {
  await init();
  disposeOfOne(); // the first object brings a block that stays
  const before = probeLeaks();
  const key = crypto.getRandomValues(new Uint8Array(20));
  forget(key);
  expect(probeLeaks().handlesAlive).toBe(before.handlesAlive + 2);
  await untilCaught(before.caughtByNet + 2);
  expect(probeLeaks()).toEqual({ ...before, caughtByNet: before.caughtByNet + 2 });
  expect(Buffer.from(wasmMemory()).indexOf(key)).toBe(-1);
});

test("what is disposed of is none of the net's business", async () => {
  const before = probeLeaks();
  disposeOfOne();
  // This one is forgotten: when the net has caught it, it has seen the other, too.
  forgetOne();
  await untilCaught(before.caughtByNet + 1);
  expect(probeLeaks()).toEqual({ ...before, caughtByNet: before.caughtByNet + 1 });
});
