// What a person reads while the tools work. Everything goes to standard error, so that output stays output.

const started = new Map();

export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Announces a step and returns the function that ends it with its time. */
export function begin(step) {
  started.set(step, performance.now());
  say(`  … ${step}`);
  return (result = "done") => {
    const seconds = ((performance.now() - started.get(step)) / 1000).toFixed(1);
    say(`  ✓ ${step}: ${result}, ${seconds} s`);
  };
}

export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Something that cannot be had: its name, what was tried, and the one command that a person can run. */
export class Unavailable extends Error {
  constructor(thing, tried, command) {
    super(`${thing} cannot be had.\n  Tried: ${tried}\n  Run:   ${command}`);
    this.name = "Unavailable";
  }
}

/** Ends the process with the message alone where the error is one of ours, with its trace where it is not. */
export function fail(error) {
  say(error instanceof Unavailable ? `\n${error.message}` : (error.stack ?? String(error)));
  process.exit(1);
}
