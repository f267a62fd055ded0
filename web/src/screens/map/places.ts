// What the table and the text alternative say about where things are.
import { Whereabouts, type Journeys, type Positions } from '../../lib/geo/journeys';

/** One consignment at the map's time. Times are s since 1970; null where the messages gave none. */
export interface Standing {
  whereabouts: number;
  /** Index of the area last reached; -1 before the first call. */
  last: number;
  arrived: number | null;
  departed: number | null;
  /** Index of the next area, -1 when no further call is known. */
  next: number;
  nextArrives: number | null;
  callNumber: number;
  calls: number;
}

export function standingOf(journeys: Journeys, positions: Positions, index: number, time: number): Standing {
  const first = journeys.callStart[index] ?? 0;
  const end = journeys.callStart[index + 1] ?? first;
  const call = positions.call[index] ?? first;
  const begun = end > first && (journeys.arrived[call] ?? Infinity) <= time;
  const next = begun ? call + 1 : first;
  return {
    whereabouts: positions.whereabouts[index] ?? Whereabouts.Hidden,
    last: begun ? (journeys.callArea[call] ?? -1) : -1,
    arrived: begun ? known(journeys, journeys.arrived, call) : null,
    departed: begun ? known(journeys, journeys.departed, call) : null,
    next: next < end ? (journeys.callArea[next] ?? -1) : -1,
    nextArrives: next < end ? known(journeys, journeys.arrived, next) : null,
    callNumber: begun ? call - first + 1 : 0,
    calls: end - first,
  };
}

function known(journeys: Journeys, times: Float64Array, call: number): number | null {
  const time = times[call];
  return journeys.timed[call] && time !== undefined && Number.isFinite(time) ? time : null;
}

/** Areas with most consignments in them at the time, fullest first, at most `limit`. */
export function fullestAreas(journeys: Journeys, positions: Positions, areas: number, limit: number): { area: number; count: number }[] {
  const counts = new Uint32Array(areas);
  for (let index = 0; index < journeys.count; index += 1) {
    if (positions.whereabouts[index] !== Whereabouts.InPort) continue;
    const area = journeys.callArea[positions.call[index] ?? 0] ?? 0;
    counts[area] = (counts[area] ?? 0) + 1;
  }
  return Array.from(counts, (count, area) => ({ area, count }))
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count || a.area - b.area)
    .slice(0, limit);
}

/** Events in equal parts of from..to, for the bars above the slider. */
export function eventBars(journeys: Journeys, from: number, to: number, bars: number): Uint32Array {
  const counts = new Uint32Array(bars);
  const width = (to - from) / bars;
  if (!(width > 0)) return counts;
  const add = (time: number): void => {
    const bar = Math.floor((time - from) / width);
    const slot = time === to ? bars - 1 : bar;
    if (slot >= 0 && slot < bars) counts[slot] = (counts[slot] ?? 0) + 1;
  };
  for (let call = 0; call < journeys.arrived.length; call += 1) {
    if (!journeys.timed[call]) continue;
    const arrived = journeys.arrived[call] as number;
    const departed = journeys.departed[call] as number;
    add(arrived);
    if (departed !== arrived && Number.isFinite(departed)) add(departed);
  }
  return counts;
}
