// Where and when the map begins.
import type { MapAnswer, MapSettings } from '../../api/types';
import { clampView, project, scaleMin, type View } from '../../lib/geo/projection';

/** The administration's own view: its centre, and how many times closer than the whole world. */
export function firstView(view: View, settings: MapSettings): View {
  const [longitude = 0, latitude = 0] = settings.center;
  const centre = project(longitude, latitude);
  return clampView({ ...view, x: centre.x, y: centre.y, scale: scaleMin(view.width) * Math.max(1, settings.zoom) });
}

/** The time of the data, unless that lies after the end. */
export function startTime(answer: Pick<MapAnswer, 'as_of'>, to: number): number {
  return Math.min(Date.parse(answer.as_of) / 1000, to);
}
