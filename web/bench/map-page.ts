// Draws a made-up world of consignments with the console's own drawing code and measures each redraw.
import type { Lane, MapAnswer } from '../src/api/types';
import { drawBase } from '../src/lib/geo/base-layer';
import { packJourneys } from '../src/lib/geo/journeys';
import { loadOutlines } from '../src/lib/geo/outlines';
import { readPalette } from '../src/lib/geo/palette';
import { clampView, project, scaleMin, type View } from '../src/lib/geo/projection';
import { drawScene, makeScene, moveScene, type Frame } from '../src/lib/geo/scene';

/** What one bench run is asked to do. */
export interface Wanted {
  points: number;
  width: number;
  height: number;
  pixelRatio: number;
  repeats: number;
}

/** Milliseconds, from the change to pixels that can be read back. */
export interface Measured {
  /** Nearest to what an idle machine does. */
  best_ms: number;
  median_ms: number;
  worst_ms: number;
}

const AREAS = 900;
const START_S = Date.UTC(2026, 0, 1) / 1000;
const SPAN_S = 120 * 86_400;
const LANES: (Lane | null)[] = ['red', 'yellow', 'blue', 'green', 'green', 'green', 'green', null];

/** The same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Areas all over the habitable world; few are busy, most are not, as ports are. */
function makeAnswer(points: number): MapAnswer {
  const random = seeded(20260101);
  const areas = Array.from({ length: AREAS }, (_, index) => ({
    code: `XX${index}`,
    name: `Area ${index}`,
    country: 'XX',
    lat: -45 + random() * 110,
    lon: -180 + random() * 360,
  }));
  const pick = (): number => Math.floor(random() ** 2.5 * AREAS);
  const consignments = Array.from({ length: points }, (_, index) => {
    let time = START_S + random() * SPAN_S * 0.6;
    const calls = Array.from({ length: 2 + Math.floor(random() * 3) }, (): [number, number, number] => {
      const arrived = time;
      const departed = arrived + (1 + random() * 5) * 86_400;
      time = departed + (4 + random() * 18) * 86_400;
      return [pick(), arrived, departed];
    });
    return { id: `C${index}`, score: random(), lane: LANES[index % LANES.length] ?? null, label: '', calls };
  });
  const time = (seconds: number): string => new Date(seconds * 1000).toISOString();
  return { as_of: time(START_S + SPAN_S), total: points, truncated: false, areas, consignments, from: time(START_S), to: time(START_S + SPAN_S) };
}

function canvasOf(wanted: Wanted): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = wanted.width * wanted.pixelRatio;
  canvas.height = wanted.height * wanted.pixelRatio;
  canvas.style.width = `${wanted.width}px`;
  canvas.style.height = `${wanted.height}px`;
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  return context;
}

/** Without a read, the drawing would only be recorded, and the raster's time missed. */
function flush(context: CanvasRenderingContext2D): void {
  context.getImageData(0, 0, 1, 1);
}

function measure(repeats: number, redraw: (run: number) => void): Measured {
  const times: number[] = [];
  redraw(0);
  for (let run = 1; run <= repeats; run += 1) {
    const start = performance.now();
    redraw(run);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { best_ms: times[0] ?? 0, median_ms: times[times.length >> 1] ?? 0, worst_ms: times.at(-1) ?? 0 };
}

/** Sets the scene and answers the redraws to measure, by name. */
async function prepare(wanted: Wanted): Promise<Map<string, () => Measured>> {
  const moving = canvasOf(wanted);
  const base = canvasOf(wanted);
  const palette = readPalette(document.documentElement);
  const outlines = { coarse: await loadOutlines({ url: null, disputed: ['EH'] }, 'coarse'), fine: await loadOutlines({ url: null, disputed: ['EH'] }, 'fine') };
  const answer = makeAnswer(wanted.points);
  const scene = makeScene(packJourneys(answer), answer.areas.map((area) => ({ ...project(area.lon, area.lat), name: area.name })));
  const whole = clampView({ ...project(10, 35), scale: scaleMin(wanted.width), width: wanted.width, height: wanted.height });
  const close = clampView({ ...whole, scale: whole.scale * 6 });
  const frame = (changes: Partial<Frame>): Frame => ({
    view: whole, pixelRatio: wanted.pixelRatio, time: START_S + SPAN_S / 2, from: START_S, mode: 'cumulative', clustered: true, lines: true, selected: 0, ...changes,
  });
  const short = (value: number): string => String(value);
  const settings = { homeCountries: ['GB'], names: {}, language: 'en' };

  const time = (changes: Partial<Frame>): Measured =>
    measure(wanted.repeats, (at) => {
      const next = frame({ ...changes, time: START_S + SPAN_S * (0.2 + (0.6 * at) / wanted.repeats) });
      moveScene(scene, next);
      drawScene(moving, scene, next, palette, short);
      flush(moving);
    });
  const pan = (from: View, detail: 'coarse' | 'fine', changes: Partial<Frame>): Measured =>
    measure(wanted.repeats, (at) => {
      const view = clampView({ ...from, x: from.x + at });
      drawBase(base, view, wanted.pixelRatio, outlines[detail], palette, settings);
      drawScene(moving, scene, frame({ ...changes, view }), palette, short);
      flush(base);
      flush(moving);
    });
  moveScene(scene, frame({}));
  return new Map([
    ['move the time, clusters and lines', () => time({})],
    ['move the time, one moment', () => time({ mode: 'moment' })],
    ['move the time, every point and lines', () => time({ clustered: false })],
    ['pan the whole world, clusters and lines', () => pan(whole, 'coarse', {})],
    ['pan the whole world, every point and lines', () => pan(whole, 'coarse', { clustered: false })],
    ['pan zoomed in, fine outlines', () => pan(close, 'fine', {})],
  ]);
}

let redraws = new Map<string, () => Measured>();

/** What the bench script calls. */
const mapBench = {
  async prepare(wanted: Wanted): Promise<string[]> {
    redraws = await prepare(wanted);
    return [...redraws.keys()];
  },
  run(name: string): Measured {
    const redraw = redraws.get(name);
    if (!redraw) throw new Error(`no redraw is called ${name}`);
    return redraw();
  },
};

declare global {
  interface Window {
    mapBench: typeof mapBench;
  }
}
window.mapBench = mapBench;
