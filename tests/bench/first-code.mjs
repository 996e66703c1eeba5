// The first code of a fresh Node process: the whole process, and import to code inside it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { median } from "./rounds.mjs";

const programs = {
  us: fileURLToPath(new URL("./first-code/countersign.mjs", import.meta.url)),
  peer: fileURLToPath(new URL("./first-code/otpauth-browser.mjs", import.meta.url)),
};

/**
 * @param {number} rounds
 * @returns {{ whole: Record<"us" | "peer", number>, inside: Record<"us" | "peer", number>, ratio: number }}
 *   milliseconds, medians of interleaved rounds
 */
export function firstCode(rounds) {
  const whole = { us: [], peer: [] };
  const inside = { us: [], peer: [] };
  for (let round = -1; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? ["us", "peer"] : ["peer", "us"]) {
      const start = performance.now();
      const { stdout, stderr, status } = spawnSync(process.execPath, [programs[name]], { encoding: "utf8" });
      const elapsed = performance.now() - start;
      if (status !== 0) throw new Error(stderr);
      if (round < 0) continue; // the first pair fills the disk cache
      whole[name].push(elapsed);
      inside[name].push(Number(stdout));
    }
  }
  return {
    whole: { us: median(whole.us), peer: median(whole.peer) },
    inside: { us: median(inside.us), peer: median(inside.peer) },
    ratio: median(whole.us.map((time, round) => time / whole.peer[round])),
  };
}
