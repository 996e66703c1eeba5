// The native core reads every export of tests/vectors/migration.json as that file says.
import { beforeAll, describe, expect, test } from "@jest/globals";

import { answersOf, readVectors } from "./cases.js";

interface MigrationCase {
  name: string;
  texts: string[];
  source: string;
  exports?: object[];
  error?: string;
}

const cases = readVectors("migration.json") as MigrationCase[];

describe("the native core reads what Google Authenticator exports", () => {
  let answers: unknown[];

  beforeAll(() => {
    answers = answersOf(
      "migration_cases",
      cases.map(({ texts }) => texts.join("\t")),
    );
  });

  test.each(cases.map((each, index) => ({ ...each, index })))("$name", ({ index, exports, error }) => {
    expect(answers[index]).toEqual(error === undefined ? { exports } : { error });
  });
});
