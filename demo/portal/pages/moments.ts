/** Times as a person reads them. The server writes UTC and says so; the page's script rewrites them to local time. */
export type MomentStyle = "date" | "time" | "moment";

const locale = "en-GB";

/**
 * @param at - milliseconds since the Unix epoch
 * @param style - "date": 3 March 2026; "time": 14:05; "moment": Today, 08:42
 * @param now - milliseconds since the Unix epoch, for "Today" and "Yesterday"
 * @param zone - an IANA time zone; the reader's own by default
 */
export function formatMoment(at: number, style: MomentStyle, now: number, zone?: string): string {
  if (style === "date") return day(at, zone, "long", true);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(
    at,
  );
  if (style === "time") return time;
  const dayOf = (moment: number): string => day(moment, zone, "short", true);
  const oneDay = 86_400_000;
  if (dayOf(at) === dayOf(now)) return `Today, ${time}`;
  if (dayOf(at) === dayOf(now - oneDay)) return `Yesterday, ${time}`;
  return `${day(at, zone, "short", false)}, ${time}`;
}

function day(at: number, zone: string | undefined, month: "long" | "short", year: boolean): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month,
    timeZone: zone,
    ...(year ? { year: "numeric" } : {}),
  }).format(at);
}

/** A length of time as 4:32 or 1:04:32; never negative. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The length of a countdown as its style wants it: 4:32, or 12 seconds. */
export function formatLeft(milliseconds: number, style: "clock" | "seconds"): string {
  return style === "clock"
    ? formatCountdown(milliseconds)
    : plural(Math.max(0, Math.ceil(milliseconds / 1000)), "second");
}

/** 1 try, 2 tries */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
