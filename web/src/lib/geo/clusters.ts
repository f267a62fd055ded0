// Clusters: a grid laid over the screen, then neighbours that would overlap are joined. Linear in the points,
// no tree to build, so it may run at every step of the time slider.
import { Whereabouts, type Journeys, type Positions } from './journeys';
import { LANE_COUNT } from './palette';
import { visible, visibleShifts, type View, wrapX, WORLD_WIDTH } from './projection';

/** Side of a grid cell in CSS pixels; also the distance below which two clusters are joined. */
const CELL_PIXELS = 46;
/** Cells beyond the screen's edge, so that a cluster on the edge does not lose its outer half. */
const CELL_MARGIN = 1;

/** One circle on the screen. Positions are CSS pixels. */
export interface Cluster {
  x: number;
  y: number;
  count: number;
  radius: number;
  lanes: number[];
  /** A member: the consignment itself when it is alone, otherwise the first in the answer's order. */
  first: number;
  /** Area where all members stand, or -1 when they are in several places or under way. */
  area: number;
}

export interface Clusters {
  items: Cluster[];
  /** Cluster of each grid cell, -1 for none; see `clusterOf`. */
  owner: Int32Array;
  columns: number;
  rows: number;
  originX: number;
  originY: number;
  cell: number;
}

interface Grid {
  columns: number;
  rows: number;
  originX: number;
  originY: number;
  /** Side in world units. */
  cell: number;
  count: Int32Array;
  sumX: Float64Array;
  sumY: Float64Array;
  lanes: Int32Array;
  first: Int32Array;
  area: Int32Array;
}

export function clusterPoints(journeys: Journeys, positions: Positions, view: View): Clusters {
  const grid = layGrid(view);
  const shifts = visibleShifts(view);
  for (let index = 0; index < journeys.count; index += 1) {
    const whereabouts = positions.whereabouts[index];
    if (whereabouts === Whereabouts.Hidden) continue;
    const area = whereabouts === Whereabouts.UnderWay ? -1 : (journeys.callArea[positions.call[index] as number] as number);
    const x = wrapX(positions.x[index] as number);
    for (const shift of shifts) {
      addPoint(grid, index, x + shift, positions.y[index] as number, journeys.lanes[index] as number, area);
    }
  }
  return joinCells(grid, view);
}

function layGrid(view: View): Grid {
  const cell = CELL_PIXELS / view.scale;
  const screen = visible(view);
  // Anchored to the world, not to the screen: panning must not reshuffle clusters.
  const originX = (Math.floor(screen.left / cell) - CELL_MARGIN) * cell;
  const originY = (Math.floor(screen.top / cell) - CELL_MARGIN) * cell;
  const columns = Math.ceil((screen.right - originX) / cell) + CELL_MARGIN;
  const rows = Math.ceil((screen.bottom - originY) / cell) + CELL_MARGIN;
  const cells = columns * rows;
  return {
    columns,
    rows,
    originX,
    originY,
    cell,
    count: new Int32Array(cells),
    sumX: new Float64Array(cells),
    sumY: new Float64Array(cells),
    lanes: new Int32Array(cells * LANE_COUNT),
    first: new Int32Array(cells).fill(-1),
    area: new Int32Array(cells),
  };
}

function addPoint(grid: Grid, index: number, x: number, y: number, lane: number, area: number): void {
  const column = Math.floor((x - grid.originX) / grid.cell);
  const row = Math.floor((y - grid.originY) / grid.cell);
  if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return;
  const cell = row * grid.columns + column;
  if (grid.count[cell] === 0) {
    grid.first[cell] = index;
    grid.area[cell] = area;
  } else if (grid.area[cell] !== area) {
    grid.area[cell] = -1;
  }
  grid.count[cell] = (grid.count[cell] as number) + 1;
  grid.sumX[cell] = (grid.sumX[cell] as number) + x;
  grid.sumY[cell] = (grid.sumY[cell] as number) + y;
  const slot = cell * LANE_COUNT + lane;
  grid.lanes[slot] = (grid.lanes[slot] as number) + 1;
}

/** The fullest cells take in those neighbours whose middle lies within a cell's side of theirs. */
function joinCells(grid: Grid, view: View): Clusters {
  const owner = new Int32Array(grid.count.length).fill(-1);
  const filled: number[] = [];
  grid.count.forEach((count, cell) => {
    if (count > 0) filled.push(cell);
  });
  filled.sort((a, b) => (grid.count[b] as number) - (grid.count[a] as number) || a - b);
  const items: Cluster[] = [];
  for (const cell of filled) {
    if (owner[cell] !== -1) continue;
    const members = [cell, ...neighbours(grid, cell).filter((other) => owner[other] === -1 && near(grid, cell, other))];
    for (const member of members) owner[member] = items.length;
    items.push(summarise(grid, members, view));
  }
  return { items, owner, columns: grid.columns, rows: grid.rows, originX: grid.originX, originY: grid.originY, cell: grid.cell };
}

function neighbours(grid: Grid, cell: number): number[] {
  const column = cell % grid.columns;
  const row = Math.floor(cell / grid.columns);
  const found: number[] = [];
  for (let dr = -1; dr <= 1; dr += 1) {
    for (let dc = -1; dc <= 1; dc += 1) {
      const c = column + dc;
      const r = row + dr;
      if ((dc === 0 && dr === 0) || c < 0 || r < 0 || c >= grid.columns || r >= grid.rows) continue;
      const other = r * grid.columns + c;
      if ((grid.count[other] as number) > 0) found.push(other);
    }
  }
  return found;
}

function near(grid: Grid, a: number, b: number): boolean {
  const countA = grid.count[a] as number;
  const countB = grid.count[b] as number;
  const dx = (grid.sumX[a] as number) / countA - (grid.sumX[b] as number) / countB;
  const dy = (grid.sumY[a] as number) / countA - (grid.sumY[b] as number) / countB;
  return dx * dx + dy * dy < grid.cell * grid.cell;
}

function summarise(grid: Grid, members: number[], view: View): Cluster {
  const lanes = new Array<number>(LANE_COUNT).fill(0);
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  let area = grid.area[members[0] as number] as number;
  let first = Number.MAX_SAFE_INTEGER;
  for (const cell of members) {
    count += grid.count[cell] as number;
    sumX += grid.sumX[cell] as number;
    sumY += grid.sumY[cell] as number;
    first = Math.min(first, grid.first[cell] as number);
    if (grid.area[cell] !== area) area = -1;
    for (let lane = 0; lane < LANE_COUNT; lane += 1) {
      lanes[lane] = (lanes[lane] as number) + (grid.lanes[cell * LANE_COUNT + lane] as number);
    }
  }
  return {
    x: (sumX / count - view.x) * view.scale + view.width / 2,
    y: (sumY / count - view.y) * view.scale + view.height / 2,
    count,
    radius: clusterRadius(count),
    lanes,
    first,
    area,
  };
}

/** By magnitude, not by count: 9 px for two, 21 px for 100,000. */
function clusterRadius(count: number): number {
  return count === 1 ? 6 : 8.5 + Math.min(5, Math.log10(count)) * 2.5;
}

/** Cluster that holds a consignment on this screen, or -1 when it is off screen or hidden. */
export function clusterOf(clusters: Clusters, positions: Positions, index: number): number {
  if (positions.whereabouts[index] === Whereabouts.Hidden) return -1;
  const wrapped = wrapX(positions.x[index] as number);
  const row = Math.floor(((positions.y[index] as number) - clusters.originY) / clusters.cell);
  if (row < 0 || row >= clusters.rows) return -1;
  const firstCopy = Math.floor(clusters.originX / WORLD_WIDTH) * WORLD_WIDTH;
  for (let x = wrapped + firstCopy; x < clusters.originX + clusters.columns * clusters.cell; x += WORLD_WIDTH) {
    const column = Math.floor((x - clusters.originX) / clusters.cell);
    if (column < 0 || column >= clusters.columns) continue;
    const owner = clusters.owner[row * clusters.columns + column] as number;
    if (owner >= 0) return owner;
  }
  return -1;
}

/** Members of a cluster in the answer's order, at most `limit`. */
export function membersOf(clusters: Clusters, positions: Positions, cluster: number, limit: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < positions.whereabouts.length && found.length < limit; index += 1) {
    if (clusterOf(clusters, positions, index) === cluster) found.push(index);
  }
  return found;
}

/** Cluster under a screen point, within a finger's breadth; -1 for none. */
export function clusterAt(clusters: Clusters, x: number, y: number): number {
  const FINGER_PIXELS = 12;
  let best = -1;
  let bestDistance = Number.POSITIVE_INFINITY;
  clusters.items.forEach((item, index) => {
    const distance = Math.hypot(item.x - x, item.y - y) - item.radius;
    if (distance < FINGER_PIXELS && distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
  });
  return best;
}
