// Jest's projects, each a suite.
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";
import { buildNative } from "../steps/native.mjs";
import { SANITIZED } from "./native.mjs";

/** These drive browsers and servers, whose waiting ends some time; and the judges want the native build for themselves. */
const ALONE = ["judges", "demo", "consumers", "browser"];

/** One suite for every project that jest.config.mjs names. */
export async function jestSuites(tools) {
  const { default: config } = await import(pathToFileURL(join(ROOT, "jest.config.mjs")).href);
  const names = config.projects.map(({ displayName }) => displayName.name ?? displayName);
  return names.map((name) => ({ name, alone: ALONE.includes(name), run: () => runProject(name, tools) }));
}

async function runProject(name, tools) {
  // The judges ask programs of the native build.
  if (name === "judges") await buildNative(tools, { folder: SANITIZED, sanitize: true });
  const env = { ...tools.env, COUNTERSIGN_NATIVE_BUILD: SANITIZED };
  const report = join(ROOT, "build/test", `${name}.json`);
  await mkdir(join(ROOT, "build/test"), { recursive: true });
  await rm(report, { force: true });
  const jest = [
    "--experimental-vm-modules",
    "--disable-warning=ExperimentalWarning",
    "node_modules/jest/bin/jest.js",
  ];
  const args = [...jest, "--selectProjects", name, "--ci", "--json", `--outputFile=${report}`];
  // People at a browser wait more than they compute: two at a time, also where Jest would take one core of two.
  if (name === "browser") args.push("--maxWorkers=2");
  // Another compiler makes another size, which nobody has set a limit for; test.mjs says so.
  if (!tools.exact) args.push("--testPathIgnorePatterns=tests/package/budget");
  const ended = await run(process.execPath, args, { cwd: ROOT, env }).then(
    () => undefined,
    (error) => error,
  );
  const text = await readFile(report, "utf8").catch(() => undefined);
  if (!text) throw ended ?? new Error("Jest wrote no report");
  const { failures, ...counts } = readReport(JSON.parse(text));
  for (const failure of failures) process.stderr.write(`\n--- ${name} ---\n${failure}\n`);
  if (ended && counts.failed === 0) throw ended;
  return counts;
}

/** The counts and messages of Jest's report; a test that was switched off has not passed. */
export function readReport(report) {
  const off = report.numPendingTests + report.numTodoTests;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites + off,
    note: off > 0 ? `${off} switched off` : "",
    failures: report.testResults.filter(({ message }) => message).map(({ message }) => message),
  };
}
