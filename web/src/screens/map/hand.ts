// The hand on the map: keys, mouse, pen and fingers. Moves the view and chooses what lies under a point.
import { clusterAt } from '../../lib/geo/clusters';
import { pointsNear } from '../../lib/geo/hits';
import { clampView, panBy, scaleMin, toWorld, zoomAt, type Point, type View } from '../../lib/geo/projection';
import type { MapState } from './state.svelte';

/** Screen pixels that one press of an arrow moves. */
export const PAN_STEP_PIXELS = 90;
export const ZOOM_STEP = 1.5;
/** Below this a press is a click, beyond it a drag. */
const DRAG_PIXELS_MIN = 5;
/** Points on their own are small: this far beside one still means it. */
const POINT_REACH_PIXELS = 9;
/** Two clicks within this are one double click. */
const DOUBLE_CLICK_MS = 500;
/** Zoom of one notch of a wheel is e^(notch * this). */
const WHEEL_PER_PIXEL = 0.0016;

export class Hand {
  readonly #map: () => MapState;
  readonly #fingers = new Map<number, Point>();
  #travelled = 0;
  #clickedAt = Number.NEGATIVE_INFINITY;
  /** What was chosen before the last click: a double click zooms and leaves the choice as it was. */
  #before: { selected: number; chosen: number[] | null } | null = null;

  constructor(map: () => MapState) {
    this.#map = map;
  }

  /** Keeps the centre when the window changes its size. */
  resize(view: View, width: number, height: number): View {
    return clampView({ ...view, width, height });
  }

  /** Arrows pan; the other keys are shortcuts of the whole screen. */
  #onkeydown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const map = this.#map();
    map.view = panBy(map.view, move[0] * PAN_STEP_PIXELS, move[1] * PAN_STEP_PIXELS);
  };

  #onpointerdown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const frame = event.currentTarget as HTMLElement;
    frame.setPointerCapture(event.pointerId);
    if (this.#fingers.size === 0) this.#travelled = 0;
    this.#fingers.set(event.pointerId, place(event));
  };

  #onpointermove = (event: PointerEvent): void => {
    const before = this.#fingers.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    const map = this.#map();
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    this.#travelled += Math.hypot(now.x - before.x, now.y - before.y);
    this.#fingers.set(event.pointerId, now);
    if (other) {
      const factor = distance(now, other) / Math.max(distance(before, other), 1);
      map.view = panBy(zoomAt(map.view, factor, (now.x + other.x) / 2, (now.y + other.y) / 2), (before.x - now.x) / 2, (before.y - now.y) / 2);
    } else if (this.#travelled >= DRAG_PIXELS_MIN) {
      map.view = panBy(map.view, before.x - now.x, before.y - now.y);
    }
  };

  #onpointerup = (event: PointerEvent): void => {
    const wasOne = this.#fingers.size === 1 && this.#fingers.has(event.pointerId);
    this.#fingers.delete(event.pointerId);
    if (wasOne && this.#travelled < DRAG_PIXELS_MIN) this.#click(place(event));
  };

  #onpointercancel = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
  };

  #ondblclick = (event: MouseEvent): void => {
    const map = this.#map();
    const at = place(event);
    if (this.#before) {
      map.list(this.#before.chosen);
      map.select(this.#before.selected);
    }
    map.view = zoomAt(map.view, event.shiftKey ? 1 / ZOOM_STEP ** 2 : ZOOM_STEP ** 2, at.x, at.y);
  };

  /** The wheel zooms; at the whole world, rolling out further is left to the page. */
  #onwheel = (event: WheelEvent): void => {
    const map = this.#map();
    if (event.deltaY > 0 && map.view.scale <= scaleMin(map.view.width) * 1.001) return;
    event.preventDefault();
    const at = place(event);
    map.view = zoomAt(map.view, Math.exp(-event.deltaY * WHEEL_PER_PIXEL), at.x, at.y);
  };

  /** Listens on the frame; answers how to stop. */
  attach = (frame: HTMLElement): (() => void) => {
    const stop = new AbortController();
    const { signal } = stop;
    frame.addEventListener('keydown', this.#onkeydown, { signal });
    frame.addEventListener('pointerdown', this.#onpointerdown, { signal });
    frame.addEventListener('pointermove', this.#onpointermove, { signal });
    frame.addEventListener('pointerup', this.#onpointerup, { signal });
    frame.addEventListener('pointercancel', this.#onpointercancel, { signal });
    frame.addEventListener('dblclick', this.#ondblclick, { signal });
    // Not passive: the map must be able to keep the wheel from the page.
    frame.addEventListener('wheel', this.#onwheel, { signal, passive: false });
    return () => stop.abort();
  };

  #click(at: Point): void {
    const map = this.#map();
    if (!map.scene) return;
    const now = performance.now();
    // The second click of a double one: the choice before the first is what to go back to.
    if (now - this.#clickedAt > DOUBLE_CLICK_MS) this.#before = { selected: map.selected, chosen: map.chosen };
    this.#clickedAt = now;
    if (map.clustered) {
      if (map.clusters) map.choose(clusterAt(map.clusters, at.x, at.y));
      return;
    }
    const world = toWorld(map.view, at.x, at.y);
    const found = pointsNear(map.scene.positions, world, POINT_REACH_PIXELS / map.view.scale);
    if (found.length === 1) map.select(found[0] as number);
    else if (found.length > 1) map.list(found);
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** CSS pixels from the frame's inner corner. */
function place(event: MouseEvent): Point {
  const frame = event.currentTarget as HTMLElement;
  const box = frame.getBoundingClientRect();
  return { x: event.clientX - box.left - frame.clientLeft, y: event.clientY - box.top - frame.clientTop };
}
