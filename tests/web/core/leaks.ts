import { afterEach, beforeAll, beforeEach, expect } from "@jest/globals";
import { init, Secret } from "countersign";
import { type LeakProbe, probeLeaks } from "../../../dist/core/for-tests.js";

/**
 * Starts the core for the tests of a file, and fails each test that keeps an object or a block of WASM memory, or
 * leaves one to the net.
 */
export function expectsNothingKept(): void {
  let before: LeakProbe;
  beforeAll(async () => {
    await init();
    // The first object of a page brings a block that stays: Embind's own, made once.
    Secret.generate().dispose();
  });
  beforeEach(() => {
    before = probeLeaks();
  });
  afterEach(() => {
    expect(probeLeaks()).toEqual(before);
  });
}
