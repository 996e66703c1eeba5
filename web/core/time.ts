/** Milliseconds since the Unix epoch, or a Date. Parts of a millisecond are dropped. */
export type Time = number | Date;

/** @returns NaN for what is no time: the core refuses it as "invalid-time" */
export function toMilliseconds(time: Time): number {
  if (typeof time === "number") return time;
  return time instanceof Date ? time.getTime() : Number.NaN;
}
