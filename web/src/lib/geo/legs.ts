// Lines of the trips. Consignments that sail the same leg in the same lane share one line, whose width tells how many.
import { bowX, bowY, type Journeys, type TimeMode } from './journeys';
import { LANE_COUNT, LANE_DASHES, type Palette } from './palette';
import { useWorldTransform, visible, visibleShifts, WORLD_WIDTH, type Bounds, type View } from './projection';

/** Lines drawn at most; the busiest are kept and the screen says that others are left out. */
export const LEG_LINES_MAX = 2500;
/** Widths in CSS pixels for 1, up to 4, up to 16, up to 64 and more consignments. */
const WIDTHS = [0.8, 1.2, 1.8, 2.6, 3.6];
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
  const groups = new Map<string, number>();
  const lane: number[] = [];
  const firstCall: number[] = [];
  for (let index = 0; index < journeys.count; index += 1) {
    const end = (journeys.callStart[index + 1] as number) - 1;
    for (let call = journeys.callStart[index] as number; call < end; call += 1) {
      const from = journeys.callArea[call] as number;
      const to = journeys.callArea[call + 1] as number;
      if (from === to) continue;
      const key = `${from} ${to} ${journeys.lanes[index]}`;
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

/** Draws the counted legs; answers how many lines were drawn and how many there are. */
export function drawLegs(context: CanvasRenderingContext2D, view: View, pixelRatio: number, legs: Legs, palette: Palette): { drawn: number; all: number } {
  const least = smallestCountDrawn(legs.count);
  const buckets: number[][] = Array.from({ length: LANE_COUNT * WIDTHS.length }, () => []);
  let all = 0;
  let drawn = 0;
  for (let group = 0; group < legs.count.length; group += 1) {
    const count = legs.count[group] as number;
    if (count === 0) continue;
    all += 1;
    if (count < least || drawn >= LEG_LINES_MAX) continue;
    drawn += 1;
    const width = Math.min(WIDTHS.length - 1, Math.ceil(Math.log(count) / Math.log(4)));
    (buckets[(legs.lane[group] as number) * WIDTHS.length + width] as number[]).push(group);
  }
  const screen = visible(view);
  // Copies of the world beyond both edges too: a leg may reach in from a neighbouring copy.
  for (const shift of widened(visibleShifts(view))) {
    useWorldTransform(context, view, pixelRatio, shift);
    buckets.forEach((groups, bucket) => {
      if (groups.length > 0) strokeBucket(context, view, legs, groups, bucket, palette, screen, shift);
    });
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
  return { drawn, all };
}

/** With many lines each is thin of voice, with few each is plain. */
function strokeBucket(context: CanvasRenderingContext2D, view: View, legs: Legs, groups: number[], bucket: number, palette: Palette, screen: Bounds, shift: number): void {
  const lane = Math.floor(bucket / WIDTHS.length);
  const pixel = 1 / view.scale;
  const path = new Path2D();
  let any = false;
  for (const group of groups) {
    const x0 = legs.x0[group] as number;
    const y0 = legs.y0[group] as number;
    const x1 = legs.x1[group] as number;
    const y1 = legs.y1[group] as number;
    if (outside(x0, y0, x1, y1, screen, shift)) continue;
    path.moveTo(x0, y0);
    path.quadraticCurveTo(bowX(x0, y0, x1, y1), bowY(x0, y0, x1, y1), x1, y1);
    any = true;
  }
  if (!any) return;
  context.strokeStyle = palette.lanes[lane] ?? palette.ink;
  context.lineWidth = (WIDTHS[bucket % WIDTHS.length] as number) * pixel;
  context.globalAlpha = groups.length > 200 ? 0.35 : 0.6;
  context.setLineDash((LANE_DASHES[lane] ?? []).map((length) => length * pixel));
  context.stroke(path);
}

function outside(x0: number, y0: number, x1: number, y1: number, screen: Bounds, shift: number): boolean {
  const bulge = (Math.abs(x1 - x0) + Math.abs(y1 - y0)) / 8;
  return (
    Math.max(x0, x1) + shift + bulge < screen.left ||
    Math.min(x0, x1) + shift - bulge > screen.right ||
    Math.max(y0, y1) + bulge < screen.top ||
    Math.min(y0, y1) - bulge > screen.bottom
  );
}

function widened(shifts: number[]): number[] {
  if (shifts.length === 0) return shifts;
  const step = WORLD_WIDTH;
  return [(shifts[0] as number) - step, ...shifts, (shifts[shifts.length - 1] as number) + step];
}

/** The count from which lines are drawn so that at most LEG_LINES_MAX are. */
function smallestCountDrawn(counts: Uint32Array): number {
  const live = counts.filter((count) => count > 0);
  if (live.length <= LEG_LINES_MAX) return 1;
  live.sort();
  return live[live.length - LEG_LINES_MAX] as number;
}
