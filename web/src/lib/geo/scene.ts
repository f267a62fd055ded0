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
  /** Pixels of lines and single points, kept from redraw to redraw while the canvas keeps its size. */
  image: ImageData | null;
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
  /** Null when every point is drawn on its own. */
  clusters: Clusters | null;
  legsDrawn: number;
  legsAll: number;
}

export function makeScene(journeys: Journeys, places: NamedPlace[]): Scene {
  return {
    journeys,
    legs: packLegs(journeys),
    positions: emptyPositions(journeys.count),
    places,
    image: null,
  };
}

/** Moves everything to the frame's time. Separate from drawing: pan and zoom need no new positions. */
export function moveScene(scene: Scene, frame: Pick<Frame, 'time' | 'from' | 'mode'>): void {
  positionsAt(scene.journeys, frame.time, frame.from, frame.mode, scene.positions);
  countLegs(scene.legs, scene.journeys, frame.time, frame.from, frame.mode);
}

export function drawScene(context: CanvasRenderingContext2D, scene: Scene, frame: Frame, palette: Palette, shortNumber: (value: number) => string): Drawn {
  const { view, pixelRatio } = frame;
  const image = clearImage(context, scene);
  const legs = frame.lines ? drawLegs(image, view, pixelRatio, scene.legs, palette) : { drawn: 0, all: 0 };
  const clusters = frame.clustered ? clusterPoints(scene.journeys, scene.positions, view) : null;
  if (!clusters) stampPoints(image, view, pixelRatio, scene.journeys, scene.positions, palette);
  // Replaces every pixel of the canvas, so that nothing needs to be cleared before.
  context.putImageData(image, 0, 0);
  drawAreaNames(context, view, pixelRatio, scene.places, clusters, palette);
  if (clusters) drawClusters(context, pixelRatio, clusters, scene.positions, palette, shortNumber);
  if (frame.selected >= 0) drawSelected(context, view, pixelRatio, scene.journeys, scene.positions, scene.places, frame.selected, palette);
  return { clusters, legsDrawn: legs.drawn, legsAll: legs.all };
}

function clearImage(context: CanvasRenderingContext2D, scene: Scene): ImageData {
  const { width, height } = context.canvas;
  if (scene.image?.width === width && scene.image.height === height) scene.image.data.fill(0);
  else scene.image = context.createImageData(width, height);
  return scene.image;
}
