// Colours of the canvas are the console's tokens, read from the page so that dark mode is one truth.
import type { Lane } from '../../api/types';

/** Lanes in drawing order: the gravest last, so that it lies on top. 0 is "no lane yet". */
export const LANES: (Lane | null)[] = [null, 'green', 'blue', 'yellow', 'red'];
export const LANE_COUNT = LANES.length;

export function laneIndex(lane: Lane | null): number {
  const index = LANES.indexOf(lane);
  return index < 0 ? 0 : index;
}

/** Second sign of a lane beside its colour: dashes of its lines in CSS pixels. */
export const LANE_DASHES: number[][] = [[1, 3], [8, 3, 2, 3], [2, 3], [7, 4], []];

export interface Palette {
  sea: string;
  land: string;
  home: string;
  edge: string;
  ink: string;
  inkSoft: string;
  raised: string;
  accent: string;
  focus: string;
  lanes: string[];
  font: string;
}

/** Reads the tokens in force at `element`. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    sea: token('--map-sea') || token('--bg-sunken'),
    land: token('--map-land') || token('--bg-raised'),
    home: token('--map-home') || token('--bg-raised'),
    edge: token('--map-edge') || token('--edge'),
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    raised: token('--bg-raised'),
    accent: token('--accent'),
    focus: token('--focus'),
    lanes: [token('--ink-soft'), token('--green'), token('--blue'), token('--amber'), token('--red')],
    font: style.fontFamily,
  };
}

const known = new Map<string, [number, number, number]>();

/** A CSS colour as red, green, blue 0..255, found by asking a canvas, which knows every notation. */
export function rgbOf(colour: string): [number, number, number] {
  let found = known.get(colour);
  if (!found) {
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return [0, 0, 0];
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    found = [red, green, blue];
    known.set(colour, found);
  }
  return found;
}
