import { expect, test } from "@jest/globals";
import { readReport } from "../../../tools/test/jest.mjs";
import { readJunit } from "../../../tools/test/native.mjs";
import { chooseSuites, runSuite, total } from "../../../tools/test/suites.mjs";

test("a suite that crashes has failed", async () => {
  const run = () => Promise.reject(new Error("Segmentation fault"));
  expect(await runSuite({ name: "cpp", run })).toMatchObject({
    passed: 0,
    failed: 1,
    note: "did not run to its end",
  });
});

test("a suite that checks nothing has failed", async () => {
  const run = async () => ({ passed: 0, failed: 0 });
  expect(await runSuite({ name: "web", run })).toMatchObject({ failed: 1, note: "checked nothing" });
});

test("passed and failed are summed over the suites", () => {
  expect(
    total([
      { passed: 3, failed: 0 },
      { passed: 4, failed: 2 },
    ]),
  ).toEqual({ passed: 7, failed: 2 });
});

test("suites are chosen by name, and a name that is nobody's is told", () => {
  const gates = [{ name: "eslint" }];
  const jest = [{ name: "web" }, { name: "demo" }];
  const names = ({ chosen }) => chosen.map(({ name }) => name);
  expect(names(chooseSuites(gates, jest, []))).toEqual(["eslint", "web", "demo"]);
  expect(names(chooseSuites(gates, jest, ["web"]))).toEqual(["web"]);
  expect(chooseSuites(gates, jest, ["wbe"])).toEqual({ chosen: [], unknown: ["wbe"] });
});

test("what is switched off counts as failed", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [{ message: "expected 1" }, { message: "" }],
  };
  expect(readReport(report)).toEqual({
    passed: 5,
    failed: 5,
    note: "3 switched off",
    failures: ["expected 1"],
  });
  const junit = `<?xml version="1.0"?>\n<testsuite name="x" tests="9" failures="2" disabled="1" skipped="1" time="3">`;
  expect(readJunit(junit)).toEqual({ passed: 5, failed: 4 });
});

test("a report that was not written counts nothing", () => {
  expect(readJunit("")).toEqual({ passed: 0, failed: 0 });
});
