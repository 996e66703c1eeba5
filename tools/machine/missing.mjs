/** Something that cannot be had: what, what was tried, and the one command that a person can run. */
export class Missing extends Error {
  constructor({ thing, tried, command, cause }) {
    const lines = [
      `${thing} could not be had.`,
      ...tried.map((step) => `  tried: ${step}`),
      `  run:   ${command}`,
    ];
    super(lines.join("\n"), { cause });
    this.name = "Missing";
  }
}
