// Scales of the hit rates: pure, so that they can be tested.

interface Arm {
  inspected: number;
  found: number;
  high: number | null;
  rate: number | null;
}

/** Fewer inspections than this say little, whatever the interval: the screen says so in words. */
export const INSPECTED_MIN = 30;

export function tooFew(arm: Arm): boolean {
  return arm.inspected < INSPECTED_MIN;
}

/** Where the common axis ends: the next of these above the highest interval, so that the bars use the room. */
export function axisEnd(arms: Arm[]): number {
  const highest = arms.reduce((most, arm) => Math.max(most, arm.high ?? arm.rate ?? 0), 0);
  return [0.05, 0.1, 0.2, 0.3, 0.5, 0.75].find((end) => end >= highest) ?? 1;
}
