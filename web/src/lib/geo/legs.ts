// Lines of the trips. Consignments that sail the same leg in the same lane share one line, whose width tells how many.
import { bowX, bowY, LEG_BULGE, type Journeys, type TimeMode } from './journeys';
import { LineRaster, type Ink } from './line-raster';
import { LANE_COUNT, LANE_DASHES, rgbOf, type Palette } from './palette';
import { visible, visibleShifts, WORLD_WIDTH, type Bounds, type View } from './projection';

/** Lines drawn at most; the busiest are kept and the screen says that others are left out. */
const LEG_LINES_MAX = 2500;
/** Device pixels inked at most in one redraw: what keeps a fine screen as quick as a coarse one. */
const INK_PIXELS_MAX = 1_000_000;
const WIDTH_MAX = 4;
const NO_GROUP = 0xffffffff;

/** Distinct legs of all journeys, and which call begins which of them. */
export interface Legs {
  groupOfCall: Uint32Array;
  lane: Uint8Array;
  x0: Float64Array;
  y0: Float64Array;
  x1: Float64Array;
  y1: Float64Array;
  /** Consignments on each leg at the time last asked for. */
  count: Uint32Array;
}

export function packLegs(journeys: Journeys): Legs {
  const groupOfCall = new Uint32Array(journeys.callArea.length).fill(NO_GROUP);
  const groups = new Map<number, number>();
  const areas = journeys.callArea.reduce((most, area) => Math.max(most, area + 1), 0);
  const lane: number[] = [];
  const firstCall: number[] = [];
  for (let index = 0; index < journeys.count; index += 1) {
    const end = (journeys.callStart[index + 1] as number) - 1;
    for (let call = journeys.callStart[index] as number; call < end; call += 1) {
      const from = journeys.callArea[call] as number;
      const to = journeys.callArea[call + 1] as number;
      if (from === to) continue;
      const key = (from * areas + to) * LANE_COUNT + (journeys.lanes[index] as number);
      let group = groups.get(key);
      if (group === undefined) {
        group = groups.size;
        groups.set(key, group);
        lane.push(journeys.lanes[index] as number);
        firstCall.push(call);
      }
      groupOfCall[call] = group;
    }
  }
  const ends = (values: Float64Array, step: number): Float64Array => Float64Array.from(firstCall, (call) => values[call + step] as number);
  return {
    groupOfCall,
    lane: Uint8Array.from(lane),
    x0: ends(journeys.callX, 0),
    y0: ends(journeys.callY, 0),
    x1: ends(journeys.callX, 1),
    y1: ends(journeys.callY, 1),
    count: new Uint32Array(groups.size),
  };
}

/** Counts who is on (`moment`) or has begun (`cumulative`) each leg between `from` and `time`. */
export function countLegs(legs: Legs, journeys: Journeys, time: number, from: number, mode: TimeMode): void {
  legs.count.fill(0);
  const { groupOfCall, count } = legs;
  for (let call = 0; call < groupOfCall.length; call += 1) {
    const group = groupOfCall[call] as number;
    if (group === NO_GROUP || (journeys.departed[call] as number) > time) continue;
    const arrives = journeys.arrived[call + 1] as number;
    if (mode === 'moment' ? arrives <= time : arrives < from) continue;
    count[group] = (count[group] as number) + 1;
  }
}

/** Draws the counted legs into pixels; answers how many lines were drawn and how many there are. */
export function drawLegs(image: ImageData, view: View, pixelRatio: number, legs: Legs, palette: Palette): { drawn: number; all: number } {
  const groups = withinBudget(busiest(legs.count), legs, view, pixelRatio);
  // Lane by lane, the gravest last; within a lane the thin ones first.
  groups.sort((a, b) => (legs.lane[a] as number) - (legs.lane[b] as number) || (legs.count[a] as number) - (legs.count[b] as number));
  const most = legs.count.reduce((highest, count) => Math.max(highest, count), 0);
  const raster = new LineRaster(image);
  const alpha = alphaOf(groups.length);
  const inks = palette.lanes.map((colour, lane): Ink => {
    const [red, green, blue] = rgbOf(colour);
    return { red, green, blue, alpha, dashes: (LANE_DASHES[lane] ?? []).map((length) => length * pixelRatio) };
  });
  const scale = view.scale * pixelRatio;
  const screen = visible(view);
  // Copies of the world beyond both edges too: a leg may reach in from a neighbouring copy.
  for (const shift of widened(visibleShifts(view))) {
    const offsetX = (view.width / 2 - (view.x - shift) * view.scale) * pixelRatio;
    const offsetY = (view.height / 2 - view.y * view.scale) * pixelRatio;
    let lane = -1;
    for (const group of groups) {
      if (outside(legs, group, screen, shift)) continue;
      if (legs.lane[group] !== lane) {
        lane = legs.lane[group] as number;
        raster.useInk(inks[lane] as Ink);
      }
      const x0 = (legs.x0[group] as number) * scale + offsetX;
      const y0 = (legs.y0[group] as number) * scale + offsetY;
      const x1 = (legs.x1[group] as number) * scale + offsetX;
      const y1 = (legs.y1[group] as number) * scale + offsetY;
      raster.curve(x0, y0, bowX(x0, y0, x1, y1), bowY(x0, y0, x1, y1), x1, y1, widthOf(legs.count[group] as number, most) * pixelRatio);
    }
  }
  let all = 0;
  for (const count of legs.count) if (count > 0) all += 1;
  return { drawn: groups.length, all };
}

/** A few lines speak plainly, many must let each other and the map be seen. */
function alphaOf(lines: number): number {
  if (lines <= 100) return 0.7;
  return lines <= 600 ? 0.4 : 0.25;
}

/** CSS pixels of a line: 1 for the emptiest, WIDTH_MAX for the fullest leg on the map, by magnitude between. */
function widthOf(count: number, most: number): number {
  return most <= 1 ? 1 : 1 + Math.floor(((WIDTH_MAX - 1) * Math.log(count)) / Math.log(most) + 0.01);
}

function outside(legs: Legs, group: number, screen: Bounds, shift: number): boolean {
  const x0 = (legs.x0[group] as number) + shift;
  const x1 = (legs.x1[group] as number) + shift;
  const y0 = legs.y0[group] as number;
  const y1 = legs.y1[group] as number;
  const bow = (Math.abs(x1 - x0) + Math.abs(y1 - y0)) * LEG_BULGE;
  return (
    Math.max(x0, x1) + bow < screen.left ||
    Math.min(x0, x1) - bow > screen.right ||
    Math.max(y0, y1) + bow < screen.top ||
    Math.min(y0, y1) - bow > screen.bottom
  );
}

function widened(shifts: number[]): number[] {
  return [(shifts[0] ?? 0) - WORLD_WIDTH, ...shifts, (shifts.at(-1) ?? 0) + WORLD_WIDTH];
}

/** Of legs in falling order of consignments, as many as INK_PIXELS_MAX pays for. */
function withinBudget(groups: number[], legs: Legs, view: View, pixelRatio: number): number[] {
  const scale = view.scale * pixelRatio;
  const screen = (view.width + view.height) * pixelRatio;
  const most = legs.count[groups[0] ?? 0] ?? 0;
  let inked = 0;
  const afforded = groups.findIndex((group) => {
    const long = Math.max(Math.abs((legs.x1[group] as number) - (legs.x0[group] as number)), Math.abs((legs.y1[group] as number) - (legs.y0[group] as number)));
    inked += Math.min(long * scale, screen) * widthOf(legs.count[group] as number, most) * pixelRatio;
    return inked > INK_PIXELS_MAX;
  });
  return afforded < 0 ? groups : groups.slice(0, afforded);
}

/** The legs with most consignments, fullest first, at most LEG_LINES_MAX of them. */
function busiest(counts: Uint32Array): number[] {
  const live: number[] = [];
  counts.forEach((count, group) => {
    if (count > 0) live.push(group);
  });
  live.sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  return live.slice(0, LEG_LINES_MAX);
}
