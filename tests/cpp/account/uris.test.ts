// The native core reads every address of tests/vectors/uris.json as that file says.
import { beforeAll, describe, expect, test } from "@jest/globals";

import { answersOf, readVectors } from "./cases.js";

interface UriCase {
  name: string;
  uri: string;
  source: string;
  expected?: object;
  warnings?: string[];
  error?: string;
}

const cases = readVectors("uris.json") as UriCase[];

describe("T52 the native core reads otpauth addresses as the world writes them", () => {
  let answers: unknown[];

  beforeAll(() => {
    answers = answersOf(
      "uri_cases",
      cases.map(({ uri }) => uri),
    );
  });

  test.each(cases.map((each, index) => ({ ...each, index })))(
    "$name",
    ({ index, expected, warnings, error }) => {
      expect(answers[index]).toEqual(error === undefined ? { expected, warnings } : { error });
    },
  );
});

test("the file has at least 60 addresses, none of them twice", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ uri }) => uri)).size).toBe(cases.length);
});
