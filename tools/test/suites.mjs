// A suite is { name, run }, where run resolves with { passed, failed }; `built` where it reads dist/, `alone` where it
// wants the whole machine. One that crashes or checks nothing has failed.
import { say } from "../machine/say.mjs";

/** Runs a suite and never rejects. */
export async function runSuite({ name, run }) {
  const started = performance.now();
  say(name, "…");
  const result = { name, passed: 0, failed: 0, note: "" };
  try {
    Object.assign(result, await run());
    if (result.passed + result.failed === 0) Object.assign(result, { failed: 1, note: "checked nothing" });
  } catch (error) {
    Object.assign(result, { failed: result.failed + 1, note: "did not run to its end" });
    process.stderr.write(`\n--- ${name} ---\n${error.message}\n`);
  }
  result.seconds = (performance.now() - started) / 1000;
  say(name, `${result.passed} passed, ${result.failed} failed, ${result.seconds.toFixed(1)} s`);
  return result;
}

/** The suites whose names were asked for, or all; and the names that are nobody's. */
export function chooseSuites(gates, jest, wanted) {
  const all = [...gates, ...jest.map((suite) => ({ ...suite, built: true }))];
  const names = all.map(({ name }) => name);
  return {
    chosen: wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name)),
    unknown: wanted.filter((name) => !names.includes(name)),
  };
}

export function total(results) {
  const sum = (key) => results.reduce((value, result) => value + result[key], 0);
  return { passed: sum("passed"), failed: sum("failed") };
}

export function printTable(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  process.stdout.write(`\n${"suite".padEnd(width)}   passed   failed   seconds\n`);
  for (const { name, passed, failed, seconds, note } of results) {
    const figures = [passed, failed, seconds.toFixed(1)].map((value, at) =>
      String(value).padStart(at === 2 ? 10 : 9),
    );
    process.stdout.write(`${name.padEnd(width)}${figures.join("")}${note ? `   ${note}` : ""}\n`);
  }
  process.stdout.write("\n");
}
