// Days of a person's calendar as moments. Pure.

/** When a day (`2026-06-01`) begins in a time zone, RFC 3339 in UTC; `null` when it is no day. */
export function dayStart(day: string, timeZone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight)) return null;
  // The zone's distance from UTC is looked up near the answer, twice: it may change on that very day.
  let moment = midnight;
  for (let turn = 0; turn < 2; turn += 1) moment = midnight - offset(moment, timeZone);
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}

/** When the day after begins. */
export function dayEnd(day: string, timeZone: string): string | null {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start)) return null;
  return dayStart(new Date(start + 86_400_000).toISOString().slice(0, 10), timeZone);
}

function offset(moment: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-u-nu-latn', {
    timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - Math.trunc(moment / 1000) * 1000;
}
