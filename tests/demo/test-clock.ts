/** A clock that stands still until it is told to move. */
export class TestClock {
  #now: number;

  constructor(start = "2026-03-03T09:00:00.000Z") {
    this.#now = Date.parse(start);
  }

  /** To be given as the portal's clock. */
  readonly now = (): number => this.#now;

  advance(by: { minutes?: number; seconds?: number; milliseconds?: number }): void {
    this.#now += ((by.minutes ?? 0) * 60 + (by.seconds ?? 0)) * 1000 + (by.milliseconds ?? 0);
  }
}
