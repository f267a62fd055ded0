// Typed times are clock times in the person's zone, as every time on the screen is.

const MINUTE_S = 60;

/** s since 1970 to the text of a datetime-local field: 2026-06-03T14:05. */
export function toClock(time_s: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(new Date(time_s * 1000));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

/** The text of a datetime-local field to s since 1970; null when it is not a time. */
export function fromClock(text: string, zone: string): number | null {
  const asUtc_ms = Date.parse(`${text}Z`);
  if (Number.isNaN(asUtc_ms)) return null;
  const wanted_s = asUtc_ms / 1000;
  // The zone's distance from UTC depends on the time sought: two rounds settle it, also beside a clock change.
  let guess_s = wanted_s;
  for (let round = 0; round < 2; round += 1) {
    const shown_s = Date.parse(`${toClock(guess_s, zone)}Z`) / 1000;
    guess_s += Math.round((wanted_s - shown_s) / MINUTE_S) * MINUTE_S;
  }
  return guess_s;
}

/** s since 1970 for an address: 2026-06-03T14:05Z. */
export function toAddress(time_s: number): string {
  return `${new Date(time_s * 1000).toISOString().slice(0, 16)}Z`;
}

/** A time from an address, a day alone allowed; null when there is none or it cannot be read. */
export function fromAddress(text: string | undefined): number | null {
  if (!text) return null;
  const time_ms = Date.parse(text);
  return Number.isNaN(time_ms) ? null : time_ms / 1000;
}
