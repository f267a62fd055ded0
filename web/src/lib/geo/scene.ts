// One redraw of the moving layer, in passes: lines, points or clusters, names, the selected journey. The screen and
// the bench call this same function.
import { clusterPoints, type Clusters } from './clusters';
import { emptyPositions, positionsAt, type Journeys, type Positions, type TimeMode } from './journeys';
import { countLegs, drawLegs, packLegs, type Legs } from './legs';
import { drawAreaNames, drawClusters, drawSelected, type NamedPlace } from './marks';
import type { Palette } from './palette';
import { stampPoints } from './stamps';
import type { View } from './projection';

/** Everything a redraw needs that stays while view and time change. */
export interface Scene {
  journeys: Journeys;
  legs: Legs;
  positions: Positions;
  places: NamedPlace[];
  /** Points are stamped here first: putImageData would wipe the lines. */
  stampCanvas: HTMLCanvasElement;
}

export interface Frame {
  view: View;
  pixelRatio: number;
  /** s since 1970. */
  time: number;
  from: number;
  mode: TimeMode;
  clustered: boolean;
  lines: boolean;
  /** Index of the selected consignment, or -1. */
  selected: number;
}

/** What a redraw showed. */
export interface Drawn {
  clusters: Clusters;
  legsDrawn: number;
  legsAll: number;
}

export function makeScene(journeys: Journeys, places: NamedPlace[]): Scene {
  return {
    journeys,
    legs: packLegs(journeys),
    positions: emptyPositions(journeys.count),
    places,
    stampCanvas: document.createElement('canvas'),
  };
}

/** Moves everything to the frame's time. Separate from drawing: pan and zoom need no new positions. */
export function moveScene(scene: Scene, frame: Pick<Frame, 'time' | 'from' | 'mode'>): void {
  positionsAt(scene.journeys, frame.time, frame.from, frame.mode, scene.positions);
  countLegs(scene.legs, scene.journeys, frame.time, frame.from, frame.mode);
}

export function drawScene(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, palette: Palette, shortNumber: (value: number) => string): Drawn {
  const { view, pixelRatio } = frame;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const legs = frame.lines ? drawLegs(context, view, pixelRatio, scene.legs, palette) : { drawn: 0, all: 0 };
  const clusters = clusterPoints(scene.journeys, scene.positions, view);
  if (frame.clustered) {
    drawAreaNames(context, view, pixelRatio, scene.places, clusters, palette);
    drawClusters(context, pixelRatio, clusters, scene.positions, palette, shortNumber);
  } else {
    drawStamps(context, scene, frame, palette);
    drawAreaNames(context, view, pixelRatio, scene.places, null, palette);
  }
  if (frame.selected >= 0) drawSelected(context, view, pixelRatio, scene.journeys, scene.positions, frame.selected, palette);
  return { clusters, legsDrawn: legs.drawn, legsAll: legs.all };
}

function drawStamps(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, palette: Palette): void {
  const canvas = scene.stampCanvas;
  const { width, height } = context.canvas;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const layer = canvas.getContext('2d', { willReadFrequently: true });
  if (!layer || width === 0 || height === 0) return;
  const image = layer.createImageData(width, height);
  stampPoints(image, frame.view, frame.pixelRatio, scene.journeys, scene.positions, palette);
  layer.putImageData(image, 0, 0);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(canvas, 0, 0);
}
