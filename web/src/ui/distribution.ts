import type { Comparison } from '../api/types';

/** A comparison of one value with the values of its population. */
export type Distribution = Extract<Comparison, { kind: 'distribution' }>;

/** Maps a value to pixels, and says where the axis is marked. */
export interface Scale {
  at(value: number): number;
  ticks: { value: number; x: number }[];
}

export interface Bar {
  x: number;
  width: number;
  /** 0..1 of the plot's height. */
  height: number;
  from: number;
  to: number;
  count: number;
}

export interface Mark {
  kind: 'this' | 'threshold' | 'median';
  value: number;
  x: number;
  /** Text stands on this side of its line, where there is more room. */
  anchor: 'start' | 'end';
}

/** Least distance of two axis labels in pixels: a label such as "12,500 EUR" needs it. */
const TICK_DISTANCE_PX = 84;

function linearTicks(from: number, to: number, most: number): number[] {
  const span = to - from;
  if (!(span > 0)) return [from];
  const rough = span / Math.max(most, 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? 10 * power;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to + step * 1e-9; tick += step) {
    ticks.push(Number(tick.toPrecision(12)));
  }
  return ticks;
}

function logTicks(from: number, to: number, most: number): number[] {
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1) {
    for (const factor of [1, 2, 5]) {
      const tick = Number((factor * 10 ** power).toPrecision(6));
      if (tick >= from && tick <= to) all.push(tick);
    }
  }
  if (all.length <= most) return all;
  const decades = all.filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
  if (decades.length < 2) return all.filter((_, index) => index % Math.ceil(all.length / Math.max(most, 1)) === 0);
  return decades.filter((_, index) => index % Math.max(1, Math.ceil(decades.length / Math.max(most, 1))) === 0);
}

/** Every value that must be visible: the bins' edges and the three marks. */
function extent(chart: Distribution): [number, number] {
  const values = chart.bins.flatMap((bin) => [bin.from, bin.to]);
  for (const value of [chart.value, chart.threshold, chart.median]) if (value !== null) values.push(value);
  const usable = values.filter((value) => Number.isFinite(value) && (chart.scale === 'linear' || value > 0));
  if (usable.length === 0) return chart.scale === 'log' ? [1, 10] : [0, 1];
  const low = Math.min(...usable);
  const high = Math.max(...usable);
  if (low < high) return [low, high];
  return chart.scale === 'log' ? [low / 2, high * 2] : [low - 1, high + 1];
}

/** The axis of a distribution over `width` pixels, with `inset` pixels free on both sides. */
export function distributionScale(chart: Distribution, width: number, inset: number): Scale {
  const [low, high] = extent(chart);
  const room = Math.max(width - 2 * inset, 1);
  const log = chart.scale === 'log';
  const project = (value: number): number => (log ? Math.log(Math.max(value, low)) : value);
  const start = project(low);
  const span = project(high) - start || 1;
  const at = (value: number): number => inset + (Math.min(Math.max((project(value) - start) / span, 0), 1)) * room;
  const most = Math.max(2, Math.floor(room / TICK_DISTANCE_PX));
  const ticks = (log ? logTicks(low, high, most) : linearTicks(low, high, most)).map((value) => ({ value, x: at(value) }));
  return { at, ticks: ticks.filter((tick, index) => index === 0 || tick.x - (ticks[index - 1]?.x ?? 0) >= TICK_DISTANCE_PX * 0.6) };
}

export function distributionBars(chart: Distribution, scale: Scale): Bar[] {
  const highest = Math.max(1, ...chart.bins.map((bin) => bin.count));
  return chart.bins.map((bin) => {
    const x = scale.at(bin.from);
    return { x, width: Math.max(scale.at(bin.to) - x - 1, 1), height: bin.count / highest, ...bin };
  });
}

export function distributionMarks(chart: Distribution, scale: Scale, width: number): Mark[] {
  const marks: Mark[] = [];
  const add = (kind: Mark['kind'], value: number | null): void => {
    if (value === null || !Number.isFinite(value)) return;
    const x = scale.at(value);
    marks.push({ kind, value, x, anchor: x > width / 2 ? 'end' : 'start' });
  };
  add('this', chart.value);
  add('threshold', chart.threshold);
  add('median', chart.median);
  return marks;
}

/**
 * Share of the population below the value, read off the bins (within a bin, evenly spread); null without a population.
 * It is an estimate to say "lower than about 98 %", never a figure that was decided on.
 */
export function shareBelow(chart: Distribution): number | null {
  const total = chart.bins.reduce((sum, bin) => sum + bin.count, 0);
  if (total === 0) return null;
  let below = 0;
  for (const bin of chart.bins) {
    if (chart.value >= bin.to) below += bin.count;
    else if (chart.value > bin.from) below += (bin.count * (chart.value - bin.from)) / (bin.to - bin.from);
  }
  return below / total;
}
