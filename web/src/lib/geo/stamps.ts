// Every point on its own, for those who mistrust clusters: small shapes stamped straight into pixels. A hundred
// thousand canvas calls cost a second without a GPU; a hundred thousand stamps cost some milliseconds.
import { Whereabouts, type Journeys, type Positions } from './journeys';
import { rgbOf, type Palette } from './palette';
import { visibleShifts, wrapX, type View } from './projection';

/** Half the side of a stamp in CSS pixels; smaller where there are so many that they would cover the map. */
const STAMP_REACH = 2.5;
const STAMP_REACH_CROWD = 1.6;
const CROWD = 20_000;

interface Stamp {
  /** Offsets of its pixels from the middle. */
  dx: Int8Array;
  dy: Int8Array;
  colour: number;
  /** Device pixels from its middle to its edge. */
  reach: number;
}

/** Draws every shown consignment into `image`, which must have the canvas's device pixels. */
export function stampPoints(image: ImageData, view: View, pixelRatio: number, journeys: Journeys, positions: Positions, palette: Palette): void {
  const pixels = new Uint32Array(image.data.buffer);
  const stamps = palette.lanes.map((colour, lane) => makeStamp(lane, colour, (positions.shown > CROWD ? STAMP_REACH_CROWD : STAMP_REACH) * pixelRatio));
  const scale = view.scale * pixelRatio;
  const offsetY = (view.height / 2 - view.y * view.scale) * pixelRatio;
  const offsets = visibleShifts(view).map((shift) => (view.width / 2 - (view.x - shift) * view.scale) * pixelRatio);
  // The gravest lane last, so that it lies on top wherever it stands in the answer.
  for (const index of journeys.byLane) {
    if (positions.whereabouts[index] === Whereabouts.Hidden) continue;
    const stamp = stamps[journeys.lanes[index] as number] as Stamp;
    const y = Math.round((positions.y[index] as number) * scale + offsetY);
    const x = wrapX(positions.x[index] as number) * scale;
    for (const offset of offsets) put(pixels, image.width, image.height, stamp, Math.round(x + offset), y);
  }
}

function put(pixels: Uint32Array, width: number, height: number, stamp: Stamp, x: number, y: number): void {
  const { dx, dy, colour, reach } = stamp;
  if (x < -reach || y < -reach || x > width + reach || y > height + reach) return;
  for (let pixel = 0; pixel < dx.length; pixel += 1) {
    const px = x + (dx[pixel] as number);
    const py = y + (dy[pixel] as number);
    if (px >= 0 && py >= 0 && px < width && py < height) pixels[py * width + px] = colour;
  }
}

function makeStamp(lane: number, colour: string, size: number): Stamp {
  const reach = Math.max(1, Math.round(size));
  const dx: number[] = [];
  const dy: number[] = [];
  for (let y = -reach; y <= reach; y += 1) {
    for (let x = -reach; x <= reach; x += 1) {
      if (inShape(lane, x, y, reach)) {
        dx.push(x);
        dy.push(y);
      }
    }
  }
  return { dx: Int8Array.from(dx), dy: Int8Array.from(dy), colour: packColour(colour), reach };
}

/** Same shapes as the marks of single consignments; see `marks.ts`. */
function inShape(lane: number, x: number, y: number, reach: number): boolean {
  switch (lane) {
    case 4:
      return Math.abs(x) <= (y + reach) / 2;
    case 3:
      return Math.abs(x) + Math.abs(y) <= reach;
    case 2:
      return Math.abs(x) < reach && Math.abs(y) < reach;
    case 1:
      return x * x + y * y <= reach * reach;
    default:
      return Math.abs(x) <= 1 && Math.abs(y) <= 1;
  }
}

/** An opaque CSS colour as ImageData holds it, red in the lowest byte. */
function packColour(colour: string): number {
  const [red, green, blue] = rgbOf(colour);
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
