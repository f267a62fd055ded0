import type { TripView } from '../api/types';

export type Call = TripView['calls'][number];
export type TripEvent = TripView['events'][number];

/** One call drawn as a stay; `label_row` is null where there is no room for its name. */
export interface Stay {
  number: number;
  call: Call;
  x: number;
  width: number;
  /** The stay beyond what is usual there, in pixels from its end. */
  beyond_usual: number;
  open_start: boolean;
  open_end: boolean;
  label_row: number | null;
}

/** One or several reports at (nearly) one time. */
export interface ReportMark {
  x: number;
  believed: boolean;
  /** a, b, c … for doubted reports, as the list of doubts counts them. */
  letter: string;
  events: TripEvent[];
}

export interface TimeTick { x: number; time: number }

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STEPS_MS = [1, 3, 6, 12, 24, 48, 120, 240, 336, 480, 720, 1440, 2880].map((hours) => hours * HOUR_MS);
const TICK_DISTANCE_PX = 104;
const LABEL_ROWS = 3;
/** Mean width of a character of the labels' 12 px type, rounded up: labels may not touch. */
const CHARACTER_PX = 6.8;
/** Beyond this many reports, marks nearer than a few pixels are drawn as one. */
const REPORTS_DRAWN_SINGLY = 120;
const MERGE_PX = 5;
/** Doubted marks carry a letter, which needs room. */
const LETTER_PX = 15;

/** Milliseconds of a time that the server wrote; NaN when it is none. */
export const instant = (time: string | null): number => (time === null ? Number.NaN : Date.parse(time));

/** The trip's time axis over `width` pixels: first to last thing known, with a little air. */
export class TimeAxis {
  readonly from: number;
  readonly to: number;
  constructor(trip: TripView, readonly width: number, readonly inset: number) {
    const times = [trip.start, trip.end, ...trip.calls.flatMap((call) => [call.arrived, call.departed]), ...trip.events.map((event) => event.time)];
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for (const time of times) {
      const at = instant(time);
      if (Number.isNaN(at)) continue;
      if (at < from) from = at;
      if (at > to) to = at;
    }
    if (from > to) { from = 0; to = DAY_MS; }
    const air = Math.max((to - from) * 0.015, HOUR_MS);
    this.from = from - air;
    this.to = to + air;
  }
  at(time: number): number {
    const share = (time - this.from) / (this.to - this.from);
    return this.inset + Math.min(Math.max(share, 0), 1) * (this.width - 2 * this.inset);
  }
  ticks(): TimeTick[] {
    const most = Math.max(2, Math.floor(this.width / TICK_DISTANCE_PX));
    const step = STEPS_MS.find((candidate) => (this.to - this.from) / candidate <= most) ?? 90 * DAY_MS;
    const ticks: TimeTick[] = [];
    for (let time = Math.ceil(this.from / step) * step; time <= this.to; time += step) ticks.push({ time, x: this.at(time) });
    return ticks;
  }
}

/** What stands at a call on the drawing. */
export const callLabel = (call: Call): string => call.name || call.area;

/** Calls as bars; names go to the first of a few rows where they do not touch another. */
export function layoutStays(trip: TripView, axis: TimeAxis): Stay[] {
  const row_ends = new Array<number>(LABEL_ROWS).fill(Number.NEGATIVE_INFINITY);
  return trip.calls.map((call, index) => {
    const arrived = instant(call.arrived);
    const departed = instant(call.departed);
    const start = Number.isNaN(arrived) ? (index === 0 || Number.isNaN(departed) ? instant(trip.start) : departed) : arrived;
    const end = Number.isNaN(departed) ? (index === trip.calls.length - 1 ? instant(trip.end) : start) : departed;
    const x = axis.at(start);
    const width = Math.max(axis.at(Math.max(end, start)) - x, 4);
    const high = call.usual_dwell?.high_hours ?? null;
    const beyond = high !== null && call.dwell_hours !== null && call.dwell_hours > high ? axis.at(end) - axis.at(start + high * HOUR_MS) : 0;
    const label_width = (callLabel(call).length + 3) * CHARACTER_PX;
    const label_start = Math.max(0, Math.min(x, axis.width - label_width));
    const label_row = row_ends.findIndex((row_end) => label_start >= row_end + 6);
    const fits = label_row >= 0;
    if (fits) row_ends[label_row] = label_start + label_width;
    return { number: index + 1, call, x, width, beyond_usual: Math.max(beyond, 0), open_start: Number.isNaN(arrived), open_end: Number.isNaN(departed), label_row: fits ? label_row : null };
  });
}

/** Where a stay's label begins, so that it never leaves the drawing. */
export const labelStart = (stay: Stay, width: number): number =>
  Math.max(0, Math.min(stay.x, width - (callLabel(stay.call).length + 3) * CHARACTER_PX));

/** 0 → a, 25 → z, 26 → aa: how doubted reports are counted. */
export function letterOf(index: number): string {
  let rest = index;
  let letters = '';
  do {
    letters = String.fromCharCode(97 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}

/** A forecast that has not come true, or that a later one replaced, is no doubted report: only what was said to have happened is. */
export const isDoubted = (event: TripEvent): boolean => event.belief === 'doubted';

/** Reports as marks, near ones drawn as one where there are many. */
export function layoutReports(events: TripEvent[], axis: TimeAxis): ReportMark[] {
  const merge = events.length > REPORTS_DRAWN_SINGLY ? MERGE_PX : 0;
  const marks: ReportMark[] = [];
  const last: { [believed: string]: ReportMark | undefined } = {};
  let doubted = 0;
  for (const event of events) {
    const believed = !isDoubted(event);
    const letter = believed ? '' : letterOf(doubted++);
    const at = instant(event.time);
    if (Number.isNaN(at)) continue;
    const x = axis.at(at);
    const side = String(believed);
    const previous = last[side];
    const reach = believed ? merge : Math.max(merge, LETTER_PX);
    if (previous && Math.abs(x - previous.x) < reach) {
      previous.events.push(event);
      if (letter) previous.letter = `${previous.letter.split('–')[0]}–${letter}`;
      continue;
    }
    const mark: ReportMark = { x, believed, letter, events: [event] };
    marks.push(mark);
    last[side] = mark;
  }
  return marks;
}

/** Sources by how many reports they gave, most first. */
export function sourcesOf(events: TripEvent[]): { source: string; events: TripEvent[] }[] {
  const by_source = new Map<string, TripEvent[]>();
  for (const event of events) {
    for (const source of event.sources) {
      const list = by_source.get(source);
      if (list) list.push(event);
      else by_source.set(source, [event]);
    }
  }
  return [...by_source].map(([source, list]) => ({ source, events: list })).sort((a, b) => b.events.length - a.events.length || a.source.localeCompare(b.source));
}
