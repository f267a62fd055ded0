// The bars of messages by day, as paths: one unit wide a day, in pixels high.
import type { Overview } from '../../api/types';

type Day = Overview['received_by_day'][number];
type Part = 'accepted' | 'duplicate' | 'quarantined';
const PARTS: readonly Part[] = ['accepted', 'duplicate', 'quarantined'];
/** Share of a day's width that its bar takes. */
const BAR_SHARE = 0.78;
/** Even one refused message among thousands must be seen. */
const HEIGHT_MIN = 1.5;

/** Stacked bars from the bottom up; refusals on top. */
export function stackedBars(days: Day[], end: number, height: number): Record<Part, string> {
  const paths: Record<Part, string> = { accepted: '', duplicate: '', quarantined: '' };
  days.forEach((day, index) => {
    const left = index + (1 - BAR_SHARE) / 2;
    let bottom = height;
    for (const part of PARTS) {
      if (day[part] <= 0 || end <= 0) continue;
      const tall = Math.max(HEIGHT_MIN, (day[part] / end) * height);
      paths[part] += `M${left.toFixed(2)} ${bottom.toFixed(1)}v${(-tall).toFixed(1)}h${BAR_SHARE}v${tall.toFixed(1)}z`;
      bottom -= tall;
    }
  });
  return paths;
}

/** The end of the axis: 2, 4, 6 or 10 times a power of ten, so that its half is whole too, at or above the highest day. */
export function niceEnd(highest: number): number {
  if (highest <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(highest));
  return ([2, 4, 6, 10].find((step) => step * power >= highest) ?? 10) * power;
}
