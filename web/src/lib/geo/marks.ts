// Marks of the moving layer: clusters, single consignments, the selected journey, names of areas.
import type { Cluster, Clusters } from './clusters';
import { Whereabouts, bowX, bowY, type Journeys, type Positions } from './journeys';
import { LabelPlacer } from './labels';
import type { Palette } from './palette';
import { toScreen, visibleShifts, wrapX, WORLD_WIDTH, type Point, type View } from './projection';

const FULL_TURN = Math.PI * 2;
/** Thickness of a cluster's ring, whose parts are the lanes' shares. */
const RING_PIXELS = 3;
/** Smallest part of a ring, as a share of a full turn. */
const RING_PART_MIN = 0.06;
/** Pixels per degree from which names of port areas are written. */
const AREA_NAMES_SCALE_MIN = 9;

/** Draws in CSS pixels; sets its own transform. */
export function drawClusters(context: CanvasRenderingContext2D, pixelRatio: number, clusters: Clusters, positions: Positions, palette: Palette, shortNumber: (value: number) => string): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  // The fullest last, so that nothing hides its number.
  for (let index = clusters.items.length - 1; index >= 0; index -= 1) {
    const cluster = clusters.items[index] as Cluster;
    if (cluster.count === 1) {
      const lane = cluster.lanes.findIndex((count) => count > 0);
      drawMark(context, cluster.x, cluster.y, lane, positions.whereabouts[cluster.first] === Whereabouts.UnderWay, palette);
    } else {
      drawCluster(context, cluster, palette, shortNumber(cluster.count));
    }
  }
}

function drawCluster(context: CanvasRenderingContext2D, cluster: Cluster, palette: Palette, text: string): void {
  const { x, y, radius } = cluster;
  context.beginPath();
  context.arc(x, y, radius, 0, FULL_TURN);
  context.fillStyle = palette.raised;
  context.fill();
  // One red case among hundreds must still be seen: every lane that is there gets a part.
  const parts = cluster.lanes.map((count) => (count > 0 ? Math.max(count / cluster.count, RING_PART_MIN) : 0));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  let start = -Math.PI / 2;
  context.lineWidth = RING_PIXELS;
  for (let lane = parts.length - 1; lane >= 0; lane -= 1) {
    const sweep = ((parts[lane] as number) / whole) * FULL_TURN;
    if (sweep === 0) continue;
    context.beginPath();
    context.arc(x, y, radius, start, start + sweep);
    context.strokeStyle = palette.lanes[lane] ?? palette.ink;
    context.stroke();
    start += sweep;
  }
  context.fillStyle = palette.ink;
  context.font = `600 ${radius > 13 ? 11 : 10}px ${palette.font}`;
  context.fillText(text, x, y + 0.5);
}

/** One consignment: its lane's shape, filled in port, hollow under way. */
export function drawMark(context: CanvasRenderingContext2D, x: number, y: number, lane: number, hollow: boolean, palette: Palette): void {
  traceShape(context, x, y, lane, 5.5);
  const colour = palette.lanes[lane] ?? palette.ink;
  context.fillStyle = hollow ? palette.raised : colour;
  context.fill();
  context.strokeStyle = hollow ? colour : palette.raised;
  context.lineWidth = hollow ? 2 : 1;
  context.stroke();
}

/** Shapes as on the lane's tag: triangle red, diamond yellow, square blue, circle green; small circle without a lane. */
export function traceShape(context: CanvasRenderingContext2D, x: number, y: number, lane: number, reach: number): void {
  context.beginPath();
  if (lane === 4) {
    context.moveTo(x, y - reach);
    context.lineTo(x + reach, y + reach * 0.8);
    context.lineTo(x - reach, y + reach * 0.8);
    context.closePath();
  } else if (lane === 3) {
    context.moveTo(x, y - reach);
    context.lineTo(x + reach, y);
    context.lineTo(x, y + reach);
    context.lineTo(x - reach, y);
    context.closePath();
  } else if (lane === 2) {
    context.rect(x - reach * 0.8, y - reach * 0.8, reach * 1.6, reach * 1.6);
  } else {
    context.arc(x, y, lane === 1 ? reach * 0.9 : reach * 0.6, 0, FULL_TURN);
  }
}

/** The selected consignment: its way in full, calls numbered in order, a ring where it is now. */
export function drawSelected(context: CanvasRenderingContext2D, view: View, pixelRatio: number, journeys: Journeys, positions: Positions, places: NamedPlace[], index: number, palette: Palette): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  const first = journeys.callStart[index] as number;
  const end = journeys.callStart[index + 1] as number;
  if (end <= first) return;
  for (const shift of journeyShifts(view, journeys, first, end)) {
    drawWay(context, view, journeys, first, end, shift, palette);
    drawCallNumbers(context, view, journeys, places, first, end, shift, palette);
    if (positions.whereabouts[index] === Whereabouts.Hidden) continue;
    const at = toScreen(view, (positions.x[index] as number) + shift, positions.y[index] as number);
    context.beginPath();
    context.arc(at.x, at.y, 12, 0, FULL_TURN);
    context.strokeStyle = palette.raised;
    context.lineWidth = 5;
    context.stroke();
    context.strokeStyle = palette.focus;
    context.lineWidth = 2.5;
    context.stroke();
  }
}

/** Shifts that bring an unwrapped journey onto the screen: one more on each side than for single points. */
function journeyShifts(view: View, journeys: Journeys, first: number, end: number): number[] {
  const middle = ((journeys.callX[first] as number) + (journeys.callX[end - 1] as number)) / 2;
  const home = wrapX(middle) - middle;
  const shifts = visibleShifts(view);
  const wide = [(shifts[0] ?? 0) - WORLD_WIDTH, ...shifts, (shifts.at(-1) ?? 0) + WORLD_WIDTH];
  return wide.map((shift) => shift + home);
}

function drawWay(context: CanvasRenderingContext2D, view: View, journeys: Journeys, first: number, end: number, shift: number, palette: Palette): void {
  const at = (call: number): Point => toScreen(view, (journeys.callX[call] as number) + shift, journeys.callY[call] as number);
  context.beginPath();
  for (let call = first; call + 1 < end; call += 1) {
    const from = at(call);
    const to = at(call + 1);
    context.moveTo(from.x, from.y);
    context.quadraticCurveTo(bowX(from.x, from.y, to.x, to.y), bowY(from.x, from.y, to.x, to.y), to.x, to.y);
  }
  context.strokeStyle = palette.raised;
  context.lineWidth = 5.5;
  context.stroke();
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.stroke();
}

/** Two calls at one place share a circle: "1, 4". */
function drawCallNumbers(context: CanvasRenderingContext2D, view: View, journeys: Journeys, places: NamedPlace[], first: number, end: number, shift: number, palette: Palette): void {
  const numbers = new Map<number, { text: string; call: number }>();
  for (let call = first; call < end; call += 1) {
    const area = journeys.callArea[call] as number;
    const before = numbers.get(area);
    const number = String(call - first + 1);
    numbers.set(area, { text: before ? `${before.text}, ${number}` : number, call });
  }
  context.font = `600 11px ${palette.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [area, { text, call }] of numbers) {
    const at = toScreen(view, (journeys.callX[call] as number) + shift, journeys.callY[call] as number);
    const half = Math.max(8.5, context.measureText(text).width / 2 + 5);
    context.beginPath();
    context.roundRect(at.x - half, at.y - 8.5, half * 2, 17, 8.5);
    context.fillStyle = palette.accent;
    context.fill();
    context.strokeStyle = palette.raised;
    context.lineWidth = 1.5;
    context.stroke();
    context.fillStyle = palette.raised;
    context.fillText(text, at.x, at.y + 0.5);
    writeBeside(context, places[area]?.name ?? '', at, half + 4, view.width, palette);
  }
}

/** A name to the right of a mark, or to its left where the screen ends. */
function writeBeside(context: CanvasRenderingContext2D, name: string, at: Point, away: number, screenWidth: number, palette: Palette): void {
  const before = context.textAlign;
  const fits = at.x + away + context.measureText(name).width < screenWidth;
  context.textAlign = fits ? 'left' : 'right';
  const x = at.x + (fits ? away : -away);
  context.strokeStyle = palette.raised;
  context.lineWidth = 3.5;
  context.strokeText(name, x, at.y);
  context.fillStyle = palette.ink;
  context.fillText(name, x, at.y);
  context.textAlign = before;
}

/** A place with its name as the administration gives it. World units. */
export interface NamedPlace extends Point {
  name: string;
}

/** Names of port areas near the screen's middle scale and closer; they give way to clusters and to each other. */
export function drawAreaNames(context: CanvasRenderingContext2D, view: View, pixelRatio: number, places: NamedPlace[], clusters: Clusters | null, palette: Palette): void {
  if (view.scale < AREA_NAMES_SCALE_MIN) return;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  const placer = new LabelPlacer();
  for (const cluster of clusters?.items ?? []) placer.place(cluster.x - cluster.radius, cluster.y - cluster.radius, cluster.radius * 2, cluster.radius * 2);
  context.font = `12px ${palette.font}`;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = palette.raised;
  for (const shift of visibleShifts(view)) {
    for (const place of places) {
      const at = toScreen(view, place.x + shift, place.y);
      if (at.x < -20 || at.x > view.width || at.y < 0 || at.y > view.height) continue;
      context.beginPath();
      context.arc(at.x, at.y, 1.5, 0, FULL_TURN);
      context.fillStyle = palette.inkSoft;
      context.fill();
      const width = context.measureText(place.name).width;
      const start = [at.x + 24, at.x - width - 24].find((x) => placer.place(x, at.y - 8, width, 16));
      if (start === undefined) continue;
      context.strokeText(place.name, start, at.y);
      context.fillStyle = palette.ink;
      context.fillText(place.name, start, at.y);
    }
  }
}
