import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { CountersignError } from "countersign";
import { MESSAGES } from "../../../dist/core/for-tests.js";

/** The names that a C++ source gives back, in their order. */
function namesInCpp(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/case \w+::k\w+:\s*return "([a-z0-9-]+)";/g)].map(
    ([, name]) => name ?? "",
  );
}

/** The members of a union of strings, in their order. */
function membersOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/^ {2}\| "([a-z0-9-]+)"/gm)].map(([, name]) => name ?? "");
}

/** The values of a C++ enumeration, in their order, as the names should be. */
function valuesInHeader(file: string, enumeration: string): string[] {
  const [, body = ""] =
    new RegExp(`enum class ${enumeration}[^{]*\\{([^}]*)\\}`).exec(readFileSync(file, "utf8")) ?? [];
  return [...body.matchAll(/^ *k(\w+),/gm)].map(([, name = ""]) =>
    name.replace(/(?<!^)([A-Z])/g, "-$1").toLowerCase(),
  );
}

describe("the list of errors", () => {
  const codes = membersOf("web/core/errors.ts");
  const core = namesInCpp("cpp/result/error.cpp");

  test("begins with every error of the core, in its order", () => {
    expect(core.length).toBeGreaterThanOrEqual(20);
    expect(core).toEqual(valuesInHeader("cpp/result/error.h", "Error"));
    expect(codes.slice(0, core.length)).toEqual(core);
  });

  test("names each error once", () => {
    expect(new Set(codes).size).toBe(codes.length);
  });

  test("has a message for every error of the core", () => {
    expect(core.filter((code) => !(code in MESSAGES))).toEqual([]);
  });
});

test("the list of warnings is the core's", () => {
  const names = namesInCpp("cpp/account/uri_warning.cpp");
  expect(names).toHaveLength(25);
  expect(membersOf("web/core/uri-warning.ts")).toEqual(names);
});

test("an error says its name, its code and why", () => {
  const cause = new Error("below");
  const error = new CountersignError("invalid-time", "time: negative", { cause });
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.code, error.message, error.cause]).toEqual([
    "CountersignError",
    "invalid-time",
    "time: negative",
    cause,
  ]);
});
