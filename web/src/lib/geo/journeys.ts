// Consignments as typed arrays: no object per point, so that 100,000 of them move with the time slider.
import type { MapAnswer } from '../../api/types';
import { laneIndex } from './palette';
import { nearestCopy, project } from './projection';

/** Where a consignment is at a time. */
export const Whereabouts = {
  /** Not begun, or (at one moment) already over. */
  Hidden: 0,
  InPort: 1,
  UnderWay: 2,
  /** Its last known call is over. */
  Over: 3,
} as const;

/** `cumulative`: everything up to the time stays. `moment`: only what stands or moves at the time. */
export type TimeMode = 'cumulative' | 'moment';

/** The answer of the server, packed. Calls of consignment i are callStart[i]..callStart[i + 1]. Times are s since 1970. */
export interface Journeys {
  count: number;
  lanes: Uint8Array;
  /** All consignments, the gravest lane last: the order of drawing. */
  byLane: Uint32Array;
  scores: Float32Array;
  callStart: Uint32Array;
  callArea: Uint32Array;
  arrived: Float64Array;
  departed: Float64Array;
  /** 1 where the messages gave a time, 0 where it was put between its neighbours. */
  timed: Uint8Array;
  /** World units; x is unwrapped along the journey, so it may leave 0..WORLD_WIDTH. */
  callX: Float64Array;
  callY: Float64Array;
  /** Every arrival and departure the messages gave, ascending, without repeats. */
  eventTimes: Float64Array;
}

/** Share of a leg's length by which its line bulges: enough to tell there and back apart. */
export const LEG_BULGE = 0.08;
/** A call without an end lasts for good. */
const FOR_GOOD = Number.POSITIVE_INFINITY;

export function packJourneys(answer: Pick<MapAnswer, 'areas' | 'consignments'>): Journeys {
  const count = answer.consignments.length;
  let calls = 0;
  for (const consignment of answer.consignments) calls += consignment.calls.length;
  const journeys: Journeys = {
    count,
    lanes: new Uint8Array(count),
    byLane: new Uint32Array(0),
    scores: new Float32Array(count),
    callStart: new Uint32Array(count + 1),
    callArea: new Uint32Array(calls),
    arrived: new Float64Array(calls),
    departed: new Float64Array(calls),
    timed: new Uint8Array(calls),
    callX: new Float64Array(calls),
    callY: new Float64Array(calls),
    eventTimes: new Float64Array(0),
  };
  const areas = answer.areas.map((area) => project(area.lon, area.lat));
  let next = 0;
  answer.consignments.forEach((consignment, index) => {
    journeys.lanes[index] = laneIndex(consignment.lane);
    journeys.scores[index] = consignment.score;
    journeys.callStart[index] = next;
    const first = next;
    for (const [area, arrived, departed] of consignment.calls) {
      const place = areas[area];
      if (!place) continue;
      journeys.callArea[next] = area;
      journeys.arrived[next] = arrived ?? departed ?? Number.NaN;
      journeys.departed[next] = departed ?? Number.NaN;
      journeys.timed[next] = arrived === null && departed === null ? 0 : 1;
      journeys.callX[next] = next === first ? place.x : nearestCopy(place.x, journeys.callX[next - 1] ?? place.x);
      journeys.callY[next] = place.y;
      next += 1;
    }
    completeTimes(journeys, first, next);
  });
  journeys.callStart[count] = next;
  journeys.eventTimes = distinctTimes(answer);
  journeys.byLane = Uint32Array.from(journeys.lanes.keys()).sort((a, b) => (journeys.lanes[a] as number) - (journeys.lanes[b] as number) || b - a);
  return journeys;
}

/** Gives untimed calls a time between their timed neighbours, and every call an end that is not before its start. */
function completeTimes(journeys: Journeys, first: number, end: number): void {
  const { arrived, departed } = journeys;
  let before = -1;
  for (let call = first; call < end; call += 1) {
    if (!journeys.timed[call]) continue;
    fillBetween(journeys, before < 0 ? first : before + 1, call, before, call);
    before = call;
  }
  fillBetween(journeys, before < 0 ? first : before + 1, end, before, -1);
  for (let call = first; call < end; call += 1) {
    const start = arrived[call] as number;
    if (call > first && start < (departed[call - 1] as number)) departed[call - 1] = Math.max(start, arrived[call - 1] as number);
    if (Number.isNaN(departed[call])) {
      departed[call] = call === end - 1 ? FOR_GOOD : Math.max(start, Math.min(start, arrived[call + 1] as number));
    }
  }
}

/** Spreads untimed calls `from`..`to` evenly between the timed calls `before` and `after` (-1: there is none). */
function fillBetween(journeys: Journeys, from: number, to: number, before: number, after: number): void {
  const { arrived, departed } = journeys;
  const start = before < 0 ? Number.NaN : ((Number.isNaN(departed[before]) ? arrived[before] : departed[before]) as number);
  const stop = after < 0 ? Number.NaN : (arrived[after] as number);
  for (let call = from; call < to; call += 1) {
    const share = (call - from + 1) / (to - from + 1);
    let time = start + (stop - start) * share;
    // Nothing known on one side: as early or late as the other. Nothing at all: there from the beginning.
    if (Number.isNaN(time)) time = Number.isNaN(start) ? (Number.isNaN(stop) ? -FOR_GOOD : stop) : start;
    arrived[call] = time;
    // The journey's end stays open, as it does when only its departure is unknown.
    departed[call] = after < 0 && call === to - 1 ? Number.NaN : time;
  }
}

function distinctTimes(answer: Pick<MapAnswer, 'consignments'>): Float64Array {
  const times: number[] = [];
  for (const consignment of answer.consignments) {
    for (const call of consignment.calls) {
      if (call[1] !== null) times.push(call[1]);
      if (call[2] !== null) times.push(call[2]);
    }
  }
  const sorted = Float64Array.from(times).sort();
  let kept = 0;
  for (let index = 0; index < sorted.length; index += 1) {
    if (index === 0 || sorted[index] !== sorted[index - 1]) sorted[kept++] = sorted[index] as number;
  }
  return sorted.slice(0, kept);
}

/** Positions of all consignments at one time; reused from redraw to redraw. */
export interface Positions {
  x: Float64Array;
  y: Float64Array;
  whereabouts: Uint8Array;
  /** Call it stands at or last left; index into the calls. */
  call: Uint32Array;
  shown: number;
  inPort: number;
  underWay: number;
  over: number;
}

export function emptyPositions(count: number): Positions {
  return {
    x: new Float64Array(count),
    y: new Float64Array(count),
    whereabouts: new Uint8Array(count),
    call: new Uint32Array(count),
    shown: 0,
    inPort: 0,
    underWay: 0,
    over: 0,
  };
}

/** Where everything is at `time`; `from` hides what was over before it. Writes into `into`. */
export function positionsAt(journeys: Journeys, time: number, from: number, mode: TimeMode, into: Positions): void {
  const tally = [0, 0, 0, 0];
  for (let index = 0; index < journeys.count; index += 1) {
    const state = placeOne(journeys, index, time, from, mode, into);
    into.whereabouts[index] = state;
    tally[state] = (tally[state] as number) + 1;
  }
  into.inPort = tally[Whereabouts.InPort] as number;
  into.underWay = tally[Whereabouts.UnderWay] as number;
  into.over = tally[Whereabouts.Over] as number;
  into.shown = into.inPort + into.underWay + into.over;
}

function placeOne(journeys: Journeys, index: number, time: number, from: number, mode: TimeMode, into: Positions): number {
  const { arrived, departed, callX, callY } = journeys;
  const first = journeys.callStart[index] as number;
  const end = journeys.callStart[index + 1] as number;
  let call = first - 1;
  while (call + 1 < end && (arrived[call + 1] as number) <= time) call += 1;
  into.call[index] = Math.max(call, first);
  if (call < first || (departed[end - 1] as number) < from) return Whereabouts.Hidden;
  const left = departed[call] as number;
  into.x[index] = callX[call] as number;
  into.y[index] = callY[call] as number;
  if (time <= left) return Whereabouts.InPort;
  if (call + 1 >= end) return mode === 'moment' ? Whereabouts.Hidden : Whereabouts.Over;
  const share = (time - left) / ((arrived[call + 1] as number) - left);
  alongLeg(journeys, call, share, index, into);
  return Whereabouts.UnderWay;
}

/** A point on the same bow that the leg's line follows. */
function alongLeg(journeys: Journeys, call: number, share: number, index: number, into: Positions): void {
  const x0 = journeys.callX[call] as number;
  const y0 = journeys.callY[call] as number;
  const x1 = journeys.callX[call + 1] as number;
  const y1 = journeys.callY[call + 1] as number;
  const rest = 1 - share;
  const controlX = bowX(x0, y0, x1, y1);
  const controlY = bowY(x0, y0, x1, y1);
  into.x[index] = rest * rest * x0 + 2 * rest * share * controlX + share * share * x1;
  into.y[index] = rest * rest * y0 + 2 * rest * share * controlY + share * share * y1;
}

/** Control point of a leg's quadratic curve: always to the same hand, so that there and back lie apart. */
export function bowX(x0: number, y0: number, x1: number, y1: number): number {
  return (x0 + x1) / 2 + (y1 - y0) * LEG_BULGE * 2;
}

export function bowY(x0: number, y0: number, x1: number, y1: number): number {
  return (y0 + y1) / 2 - (x1 - x0) * LEG_BULGE * 2;
}

/** The first event after `time` (direction 1) or the last before it (-1); null when there is none. */
export function nextEvent(eventTimes: Float64Array, time: number, direction: 1 | -1): number | null {
  let low = 0;
  let high = eventTimes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = eventTimes[middle] as number;
    if (direction === 1 ? value <= time : value < time) low = middle + 1;
    else high = middle;
  }
  const index = direction === 1 ? low : low - 1;
  return eventTimes[index] ?? null;
}

/** Events of one consignment alone, ascending. */
export function eventsOf(journeys: Journeys, index: number): Float64Array {
  const first = journeys.callStart[index] as number;
  const end = journeys.callStart[index + 1] as number;
  const times: number[] = [];
  for (let call = first; call < end; call += 1) {
    if (!journeys.timed[call]) continue;
    times.push(journeys.arrived[call] as number);
    const left = journeys.departed[call] as number;
    if (Number.isFinite(left)) times.push(left);
  }
  return Float64Array.from(new Set(times)).sort();
}
