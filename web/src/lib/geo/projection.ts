// The map's flat world: plate carrée with a standard parallel, so that pan and zoom are plain shifts and
// scalings (everything is projected once) and the world can be laid side by side at the antimeridian.
//
// World units are degrees of latitude: x runs 0..WORLD_WIDTH from 180° W, y runs 0..WORLD_HEIGHT from the north pole.
import { geoProjection, type GeoProjection } from 'd3-geo';

/** Where shapes are true. 36° lies between the tropics' ports and those of the North Sea. */
const STANDARD_PARALLEL_RADIANS = (36 * Math.PI) / 180;
const X_PER_LONGITUDE_DEGREE = Math.cos(STANDARD_PARALLEL_RADIANS);

export const WORLD_WIDTH = 360 * X_PER_LONGITUDE_DEGREE;
export const WORLD_HEIGHT = 180;
/** Pixels per degree at which a harbour fills the screen; the outlines hold nothing finer. */
export const SCALE_MAX = 120;
/** Degrees of polar ice cut off above and below: nothing is shipped there. */
const NORTH_CUT = 5;
const SOUTH_CUT = 28;

/** What part of the world is on the screen: centre in world units, scale in CSS pixels per world unit. */
export interface View {
  x: number;
  y: number;
  scale: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Longitude and latitude in degrees to world units. */
export function project(longitude: number, latitude: number): Point {
  return { x: (longitude + 180) * X_PER_LONGITUDE_DEGREE, y: 90 - latitude };
}

/** World units to longitude and latitude in degrees. */
export function unproject(x: number, y: number): [number, number] {
  return [wrapX(x) / X_PER_LONGITUDE_DEGREE - 180, 90 - y];
}

/** The same projection for d3-geo, which cuts outlines at the antimeridian properly. */
export function worldProjection(): GeoProjection {
  return geoProjection((lambda, phi) => [lambda * X_PER_LONGITUDE_DEGREE, phi])
    .scale(180 / Math.PI)
    .translate([WORLD_WIDTH / 2, WORLD_HEIGHT / 2])
    .precision(0.05);
}

/** Brings a world x into 0..WORLD_WIDTH. */
export function wrapX(x: number): number {
  return x - Math.floor(x / WORLD_WIDTH) * WORLD_WIDTH;
}

/** The copy of `x` that lies nearest to `reference`: the short way round the world. */
export function nearestCopy(x: number, reference: number): number {
  return x + Math.round((reference - x) / WORLD_WIDTH) * WORLD_WIDTH;
}

/** The scale at which the world just fills the screen's width. */
export function scaleMin(width: number): number {
  return width / WORLD_WIDTH;
}

/** A view that is allowed: scale within limits, no void above or below where the map is large enough. */
export function clampView(view: View): View {
  const scale = Math.min(SCALE_MAX, Math.max(scaleMin(view.width), view.scale));
  const half = view.height / 2 / scale;
  const top = NORTH_CUT + half;
  const bottom = WORLD_HEIGHT - SOUTH_CUT - half;
  const y = top > bottom ? (top + bottom) / 2 : Math.min(bottom, Math.max(top, view.y));
  return { ...view, scale, x: wrapX(view.x), y };
}

/** Zooms by `factor`, keeping the world point under the screen point (`atX`, `atY`) where it is. */
export function zoomAt(view: View, factor: number, atX: number, atY: number): View {
  const scale = Math.min(SCALE_MAX, Math.max(scaleMin(view.width), view.scale * factor));
  const dx = atX - view.width / 2;
  const dy = atY - view.height / 2;
  return clampView({
    ...view,
    scale,
    x: view.x + dx / view.scale - dx / scale,
    y: view.y + dy / view.scale - dy / scale,
  });
}

/** Moves the view by screen pixels; positive `dx` shows what lies further east. */
export function panBy(view: View, dx: number, dy: number): View {
  return clampView({ ...view, x: view.x + dx / view.scale, y: view.y + dy / view.scale });
}

/** The view that shows `bounds` whole, with a margin in pixels. */
export function fit(view: View, bounds: Bounds, margin: number): View {
  const width = Math.max(bounds.right - bounds.left, 1e-6);
  const height = Math.max(bounds.bottom - bounds.top, 1e-6);
  const scale = Math.min((view.width - 2 * margin) / width, (view.height - 2 * margin) / height, SCALE_MAX / 4);
  return clampView({ ...view, scale, x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 });
}

/** World edges of the screen; `left` and `right` may lie beyond one copy of the world. */
export function visible(view: View): Bounds {
  const halfWidth = view.width / 2 / view.scale;
  const halfHeight = view.height / 2 / view.scale;
  return { left: view.x - halfWidth, right: view.x + halfWidth, top: view.y - halfHeight, bottom: view.y + halfHeight };
}

/** Shifts, in world units, at which copies of the world 0..WORLD_WIDTH are on the screen. */
export function visibleShifts(view: View): number[] {
  const { left, right } = visible(view);
  const shifts: number[] = [];
  for (let copy = Math.floor(left / WORLD_WIDTH); copy <= Math.floor(right / WORLD_WIDTH); copy += 1) {
    shifts.push(copy * WORLD_WIDTH);
  }
  return shifts;
}

export function toScreen(view: View, x: number, y: number): Point {
  return { x: (x - view.x) * view.scale + view.width / 2, y: (y - view.y) * view.scale + view.height / 2 };
}

export function toWorld(view: View, screenX: number, screenY: number): Point {
  return { x: (screenX - view.width / 2) / view.scale + view.x, y: (screenY - view.height / 2) / view.scale + view.y };
}

/** Puts world units on a canvas: after this, one may draw in world units, shifted by `shift`. */
export function useWorldTransform(context: CanvasRenderingContext2D, view: View, pixelRatio: number, shift: number): void {
  const scale = view.scale * pixelRatio;
  context.setTransform(
    scale,
    0,
    0,
    scale,
    (view.width / 2 - (view.x - shift) * view.scale) * pixelRatio,
    (view.height / 2 - view.y * view.scale) * pixelRatio,
  );
}
