// GoogleTest over the core, with AddressSanitizer and UndefinedBehaviorSanitizer.
import { readFile, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildNative } from "../steps/native.mjs";
import { ROOT } from "../machine/places.mjs";
import { run } from "../machine/run.mjs";

export const SANITIZED = "build/sanitized";

/** @param tools - of toolchain() */
export const nativeSuite = (tools) => ({
  name: "cpp",
  run: async () => {
    await buildNative(tools, { folder: SANITIZED, sanitize: true });
    const report = join(ROOT, SANITIZED, "report.xml");
    await rm(report, { force: true });
    const jobs = String(availableParallelism());
    const args = [
      "--test-dir",
      SANITIZED,
      "-j",
      jobs,
      "--no-tests=error",
      "--output-on-failure",
      "--output-junit",
      report,
    ];
    const ended = await run("ctest", args, { cwd: ROOT, env: tools.env }).then(
      () => undefined,
      (error) => error,
    );
    const counts = readJunit(await readFile(report, "utf8").catch(() => ""));
    if (ended && counts.failed === 0) throw ended;
    if (ended) process.stderr.write(`\n--- cpp ---\n${ended.message}\n`);
    return counts;
  },
});

/** The counts of a JUnit report; a test that was switched off has not passed. */
export function readJunit(xml) {
  const head = /<testsuite\b[^>]*>/.exec(xml)?.[0] ?? "";
  const count = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
  const failed = count("failures") + count("errors") + count("disabled") + count("skipped");
  return { passed: Math.max(0, count("tests") - failed), failed };
}
