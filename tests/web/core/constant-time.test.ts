// WebAssembly promises no constant time. What is in our hands is what the compiler emitted: the core as it is published,
// instrumented by wasm-opt to tell of every loop and every address, must go the same way whatever the key and the code.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import createCore from "../../../dist/core/core.js";
import type { NativeCore } from "../../../dist/core/native.js";

let core: NativeCore;
let trace: number[] | undefined;
const note = (...numbers: number[]) => trace?.push(...numbers);

const FEATURES = [
  "simd",
  "bulk-memory",
  "exception-handling",
  "nontrapping-float-to-int",
  "sign-ext",
  "mutable-globals",
];

function instrumented(): WebAssembly.Module {
  const folder = mkdtempSync(join(tmpdir(), "countersign-trace-"));
  try {
    const root = execFileSync("em-config", ["BINARYEN_ROOT"], { encoding: "utf8" }).trim();
    const file = join(folder, "core.wasm");
    const flags = [...FEATURES.map((name) => `--enable-${name}`), "--log-execution", "--instrument-memory"];
    execFileSync(join(root, "bin/wasm-opt"), [...flags, "dist/core/core.wasm", "-o", file]);
    return new WebAssembly.Module(readFileSync(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

beforeAll(async () => {
  const module = instrumented();
  const noteAddress = (place: number, ...[, , address]: [number, number | bigint, number]) => {
    note(place, address);
    return address;
  };
  const loggers: Record<string, unknown> = {
    log_execution: (place: number) => note(place),
    load_ptr: noteAddress,
    store_ptr: noteAddress,
  };
  for (const act of ["load", "store"])
    for (const type of ["i32", "i64", "f32", "f64"])
      loggers[`${act}_val_${type}`] = (_place: number, value: number | bigint) => value;

  // In place of WebAssembly.instantiate(), see bindings/instantiate.js.
  const instantiate = async (_: unknown, imports: WebAssembly.Imports) => {
    const all: Record<string, Record<string, unknown>> = {};
    for (const { module: from, name } of WebAssembly.Module.imports(module))
      (all[from] ??= {})[name] = loggers[name] ?? (imports[from] as Record<string, unknown>)[name];
    return { instance: await WebAssembly.instantiate(module, all as WebAssembly.Imports) };
  };
  core = await createCore({ instantiate });
  withOtp(0, new Uint8Array(20), () => 0); // the first object brings a block that stays
}, 60_000);

/** A digest of the way that a call takes, and its answer. */
function way(call: () => number): { way: string; steps: number; answer: number } {
  trace = [];
  const answer = call();
  const numbers = trace;
  trace = undefined;
  return {
    way: createHash("sha256").update(Int32Array.from(numbers)).digest("hex"),
    steps: numbers.length,
    answer,
  };
}

const ALGORITHMS = [
  ["SHA1", 0, 20],
  ["SHA256", 1, 32],
  ["SHA512", 2, 64],
] as const;
const TIME = 1_700_000_000_000;
const PERIOD = 30_000;

/** At the same place in memory each time, so that addresses can be compared. */
function withOtp<Result>(algorithm: number, key: Uint8Array, work: (otp: number) => Result): Result {
  const secret = core.secretFromBytes(key);
  const otp = core.createOtp(0, secret, "", "", algorithm, 0, 6, 30);
  try {
    return work(otp);
  } finally {
    core.releaseOtp(otp);
    core.releaseSecret(secret);
  }
}

function place(code: string): void {
  const start = core._tokenAddress();
  for (let i = 0; i < code.length; i += 1) core.HEAPU8[start + i] = code.charCodeAt(i);
}

const codeOf = (otp: number, steps: number) =>
  String(core._totpCode(otp, TIME + steps * PERIOD)).padStart(6, "0");

const verify = (otp: number, code: string) => {
  place(code);
  return way(() => core._totpVerify(otp, code.length, TIME, 1, -1, 0));
};

const keys = (length: number) =>
  Array.from({ length: 40 }, () => crypto.getRandomValues(new Uint8Array(length)));

test("the trace sees what depends on a key: the length of one", () => {
  const ways = [20, 200].map((length) => way(() => withOtp(0, new Uint8Array(length).fill(1), () => 0)).way);
  expect(new Set(ways).size).toBe(2);
});

describe.each(ALGORITHMS)("with %s the core goes the same way", (_, algorithm, length) => {
  test("to the code of every key", () => {
    const ways = keys(length).map((key) =>
      withOtp(algorithm, key, (otp) => way(() => core._totpCode(otp, TIME))),
    );
    expect(ways[0]?.steps).toBeGreaterThan(500);
    expect(new Set(ways.map((taken) => taken.answer)).size).toBeGreaterThan(30);
    expect(new Set(ways.map((taken) => taken.way)).size).toBe(1);
  });

  test("past every wrong code, whatever the key", () => {
    const ways = keys(length).map((key, i) =>
      withOtp(algorithm, key, (otp) => verify(otp, String(100_000 + i))),
    );
    const wrong = ways.filter(({ answer }) => answer === -1);
    expect(wrong.length).toBeGreaterThan(30);
    expect(new Set(wrong.map((taken) => taken.way)).size).toBe(1);
  });

  test("to a right one, whichever step it belongs to", () => {
    const ways = keys(length).flatMap((key) =>
      withOtp(algorithm, key, (otp) => [-1, 0, 1].map((step) => verify(otp, codeOf(otp, step)))),
    );
    for (const { answer } of ways) expect(answer).toBeGreaterThan(0);
    expect(new Set(ways.map((taken) => taken.way)).size).toBe(1);
  });
});
