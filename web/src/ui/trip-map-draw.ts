// What one trip's map shows above the coastlines: the usual way, this way, the part a reason is about, and the calls.
import type { Stop, TripView } from '../api/types';
import { LabelPlacer } from '../lib/geo/labels';
import type { Palette } from '../lib/geo/palette';
import { nearestCopy, project, toScreen, type Bounds, type Point, type View } from '../lib/geo/projection';

export interface UsualWay {
  stops: Stop[];
  track?: [number, number][] | undefined;
}

/** One of the normal ways of the pair, with its share of the boxes, 0 to 1. */
export interface NormalWay {
  track: number[][];
  share: number;
}

interface NumberedCall {
  number: string;
  area: string;
  name: string;
  at: Point;
}

/** A trip in world units, every line unwrapped so that it never jumps across the map at the antimeridian. */
export interface TripShape {
  way: Point[];
  usual: Point[];
  /** The normal ways, the most usual first. */
  ways: { line: Point[]; share: number }[];
  calls: NumberedCall[];
  bounds: Bounds | null;
}

type Place = { lat?: number | null; lon?: number | null };
const located = (place: Place): place is { lat: number; lon: number } => typeof place.lat === 'number' && typeof place.lon === 'number';

function unwrap(line: [number, number][], near: number | null): Point[] {
  const points: Point[] = [];
  let reference = near;
  for (const [longitude, latitude] of line) {
    const point = project(longitude, latitude);
    if (reference !== null) point.x = nearestCopy(point.x, reference);
    reference = point.x;
    points.push(point);
  }
  return points;
}

const lineOf = (places: Place[]): [number, number][] => places.filter(located).map((place) => [place.lon, place.lat]);

export function tripShape(trip: TripView, usual: UsualWay | null, normal: NormalWay[] = []): TripShape {
  const way = unwrap(trip.track.length > 1 ? trip.track : lineOf(trip.calls), null);
  const near = way[0]?.x ?? null;
  const middle = way.length > 0 ? way.reduce((sum, point) => sum + point.x, 0) / way.length : near;
  const calls: NumberedCall[] = [];
  for (const [index, call] of trip.calls.entries()) {
    if (!located(call)) continue;
    const at = project(call.lon, call.lat);
    // The nearest point of the way tells on which copy of the world this call lies.
    const anchor = nearestX(way, at) ?? middle;
    if (anchor !== null) at.x = nearestCopy(at.x, anchor);
    const same = calls.find((other) => other.area === call.area);
    if (same) same.number += `, ${index + 1}`;
    else calls.push({ number: String(index + 1), area: call.area, name: call.name || call.area, at });
  }
  const usual_points = usual ? (usual.track && usual.track.length > 1 ? unwrap(usual.track, near) : joined(usual.stops, way, calls, near)) : [];
  const ways = normal.map((one) => ({ line: unwrap(one.track.map(([lon, lat]) => [lon ?? 0, lat ?? 0]), near), share: one.share })).filter((one) => one.line.length > 1);
  const points = [...way, ...usual_points, ...ways.flatMap((one) => one.line), ...calls.map((call) => call.at)];
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const bounds = points.length === 0 ? null : { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
  return { way, usual: usual_points, ways, calls, bounds };
}

/** Index of the point of the way nearest to a place. */
function nearestIndex(way: Point[], at: Point): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, point] of way.entries()) {
    const distance = (point.x - at.x) ** 2 + (point.y - at.y) ** 2;
    if (distance < least) { least = distance; best = index; }
  }
  return best;
}

/** A usual way whose sea routes are not known: along this trip's way where both went, straight elsewhere. */
function joined(stops: Stop[], way: Point[], calls: NumberedCall[], near: number | null): Point[] {
  const line: Point[] = [];
  let before: { point: Point; call: NumberedCall | undefined } | null = null;
  for (const stop of stops) {
    if (!located(stop)) continue;
    const call = calls.find((one) => one.area === stop.area);
    const point = call?.at ?? project(stop.lon, stop.lat);
    if (!call) point.x = nearestCopy(point.x, before?.point.x ?? near ?? point.x);
    if (before?.call && call) line.push(...way.slice(nearestIndex(way, before.call.at), nearestIndex(way, call.at) + 1));
    line.push(point);
    before = { point, call };
  }
  return line;
}

function nearestX(way: Point[], at: Point): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of way) {
    const x = nearestCopy(at.x, point.x);
    const distance = (x - point.x) ** 2 + (at.y - point.y) ** 2;
    if (distance < least) { least = distance; best = point.x; }
  }
  return best;
}

/** The stretch of the way between the first and the last call in the named areas. */
export function litPart(shape: TripShape, areas: string[]): Point[] {
  const ends = shape.calls.filter((call) => areas.includes(call.area));
  if (ends.length < 2 || shape.way.length < 2) return [];
  const indexes = ends.map((call) => nearestIndex(shape.way, call.at));
  return shape.way.slice(Math.min(...indexes), Math.max(...indexes) + 1);
}

function stroke(context: CanvasRenderingContext2D, view: View, line: Point[], shift: number): void {
  if (line.length < 2) return;
  context.beginPath();
  for (const [index, point] of line.entries()) {
    const { x, y } = toScreen(view, point.x + shift, point.y);
    if (index === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
}

/** Draws the moving layer in CSS pixels; `shifts` are the copies of the world that may be on screen. */
export function drawTrip(context: CanvasRenderingContext2D, view: View, ratio: number, shape: TripShape, areas: string[], palette: Palette, amber: string, shifts: number[]): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const lit = litPart(shape, areas);
  for (const shift of shifts) {
    context.setLineDash([2, 5]);
    context.strokeStyle = palette.inkSoft;
    context.lineWidth = 2;
    stroke(context, view, shape.usual, shift);
    // The rarest first, so that the most usual lies on top; the more usual, the thicker.
    for (const { line, share } of shape.ways.toReversed()) {
      context.setLineDash([1.5, 5 + 2 * share]);
      context.lineWidth = 1.5 + 4 * share;
      stroke(context, view, line, shift);
    }
    context.setLineDash([]);
    context.strokeStyle = amber;
    context.globalAlpha = 0.45;
    context.lineWidth = 9;
    stroke(context, view, lit, shift);
    context.globalAlpha = 1;
    context.strokeStyle = palette.raised;
    context.lineWidth = 4.5;
    stroke(context, view, shape.way, shift);
    context.strokeStyle = palette.accent;
    context.lineWidth = 2.25;
    stroke(context, view, shape.way, shift);
  }
  for (const shift of shifts) drawCalls(context, view, shape, areas, palette, amber, shift);
}

const CALL_RADIUS = 9;

function drawCalls(context: CanvasRenderingContext2D, view: View, shape: TripShape, areas: string[], palette: Palette, amber: string, shift: number): void {
  const placer = new LabelPlacer();
  const placed = shape.calls.map((call) => ({ call, at: toScreen(view, call.at.x + shift, call.at.y) }));
  context.textBaseline = 'middle';
  for (const { call, at } of placed) {
    const half = Math.max(CALL_RADIUS, 4 + call.number.length * 3.6);
    placer.place(at.x - half, at.y - CALL_RADIUS, half * 2, CALL_RADIUS * 2);
    if (areas.includes(call.area)) {
      context.fillStyle = amber;
      pill(context, at, half + 3, CALL_RADIUS + 3);
    }
    context.fillStyle = palette.accent;
    pill(context, at, half, CALL_RADIUS);
    context.fillStyle = palette.raised;
    context.font = `600 11px ${palette.font}`;
    context.textAlign = 'center';
    context.fillText(call.number, at.x, at.y + 0.5);
  }
  context.font = `600 12px ${palette.font}`;
  context.lineWidth = 3.5;
  context.strokeStyle = palette.land;
  context.fillStyle = palette.ink;
  for (const { call, at } of placed) {
    const width = context.measureText(call.name).width;
    const gap = Math.max(CALL_RADIUS, 4 + call.number.length * 3.6) + 5;
    // Right, left, above, below: the first side where the name touches nothing.
    const sides: [number, number][] = [[at.x + gap, at.y], [at.x - gap - width, at.y], [at.x - width / 2, at.y - 18], [at.x - width / 2, at.y + 18]];
    const side = sides.find(([x, y]) => x > 2 && x + width < view.width - 2 && placer.place(x, y - 8, width, 16));
    if (!side) continue;
    context.textAlign = 'left';
    context.strokeText(call.name, side[0], side[1]);
    context.fillText(call.name, side[0], side[1]);
  }
}

function pill(context: CanvasRenderingContext2D, at: Point, half: number, radius: number): void {
  context.beginPath();
  context.roundRect(at.x - half, at.y - radius, half * 2, radius * 2, radius);
  context.fill();
}
