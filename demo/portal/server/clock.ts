/** Milliseconds since the Unix epoch, on the server. No other time counts (T27). */
export type Clock = () => number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
