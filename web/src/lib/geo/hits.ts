import { Whereabouts, type Positions } from './journeys';
import { nearestCopy, type Point } from './projection';

/** Points found at most: more than a reader can go through one by one. */
const HITS_MAX = 2_000;

/** Shown points within `reach` world units of a place, in the answer's order. */
export function pointsNear(positions: Positions, place: Point, reach: number): number[] {
  const found: number[] = [];
  for (let index = 0; index < positions.whereabouts.length && found.length < HITS_MAX; index += 1) {
    if (positions.whereabouts[index] === Whereabouts.Hidden) continue;
    const dy = (positions.y[index] as number) - place.y;
    if (dy > reach || dy < -reach) continue;
    const dx = nearestCopy(positions.x[index] as number, place.x) - place.x;
    if (dx * dx + dy * dy <= reach * reach) found.push(index);
  }
  return found;
}
