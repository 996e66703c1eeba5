// Interleaved rounds: every subject runs a slice of each round, so that what disturbs the machine disturbs all alike.

/** @param {number[]} values @returns {number} */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const sliceMs = 30;

/**
 * @param {Record<string, (call: number) => unknown>} subjects each called with a number it has not seen before
 * @param {number} rounds
 * @returns {{ perSecond: Record<string, number>, ratio: (name: string, peer: string) => number }}
 *   medians over the rounds; `ratio` is the median of the rounds' own ratios
 */
export function race(subjects, rounds) {
  const names = Object.keys(subjects);
  const calls = Object.fromEntries(names.map((name) => [name, 0]));
  const speeds = Object.fromEntries(names.map((name) => [name, /** @type {number[]} */ ([])]));

  const slice = (name) => {
    const run = subjects[name];
    let call = calls[name];
    const first = call;
    const start = performance.now();
    let elapsed = 0;
    while (elapsed < sliceMs) {
      for (const end = call + 200; call < end; call += 1) run(call);
      elapsed = performance.now() - start;
    }
    calls[name] = call;
    return ((call - first) / elapsed) * 1000;
  };

  for (let warmUp = 0; warmUp < 3; warmUp += 1) names.forEach(slice);
  for (let round = 0; round < rounds; round += 1) {
    // Another subject goes first each round: whoever follows a collector's pause is not always the same.
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(round + turn) % names.length];
      speeds[name].push(slice(name));
    }
  }
  return {
    perSecond: Object.fromEntries(names.map((name) => [name, median(speeds[name])])),
    ratio: (name, peer) => median(speeds[name].map((speed, round) => speed / speeds[peer][round])),
  };
}
