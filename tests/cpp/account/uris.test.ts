// The native core reads every address of tests/vectors/uris.json as that file says.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { beforeAll, describe, expect, test } from "@jest/globals";

interface UriCase {
  name: string;
  uri: string;
  source: string;
  expected?: Record<string, unknown>;
  warnings?: string[];
  error?: string;
}

const root = resolve(import.meta.dirname, "../../..");
const nativeBuild = resolve(root, process.env["COUNTERSIGN_NATIVE_BUILD"] ?? "build/native");
const cases = JSON.parse(readFileSync(resolve(root, "tests/vectors/uris.json"), "utf8")) as UriCase[];

describe("T52 the native core reads otpauth addresses as the world writes them", () => {
  let answers: string[];

  beforeAll(() => {
    const run = spawnSync(resolve(nativeBuild, "uri_cases"), {
      input: cases.map(({ uri }) => `${uri}\n`).join(""),
      encoding: "utf8",
    });
    if (run.error !== undefined) throw run.error;
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
    answers = run.stdout.trimEnd().split("\n");
    expect(answers).toHaveLength(cases.length);
  });

  test.each(cases.map((each, index) => ({ ...each, index })))("$name", ({ index, expected, warnings, error }) => {
    const answer: unknown = JSON.parse(answers[index] ?? "null");
    expect(answer).toEqual(error === undefined ? { expected, warnings } : { error });
  });
});

test("T52 at least 60 addresses, none of them twice", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ uri }) => uri)).size).toBe(cases.length);
});
