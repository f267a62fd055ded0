// Where the stops of a usual way lie. The comparison names port areas; their places come from the reference table, once each.
import { api } from '../api/client';
import type { Stop } from '../api/types';

interface Place { code: string; area: string; lat: number | null; lon: number | null }
/** A usual way has a handful of stops; more than this would be a fault of the data. */
const STOPS_MAX = 12;

const known = new Map<string, Promise<Place | null>>();

function placeOf(area: string): Promise<Place | null> {
  let place = known.get(area);
  if (!place) {
    place = api.get<{ items: Place[] }>('/reference/places', { query: { q: area, limit: 5 } }).then(
      ({ items }) => items.find((one) => one.code === area && one.lat !== null) ?? items.find((one) => one.area === area && one.lat !== null) ?? null,
      () => {
        known.delete(area); // Asked again with the next map.
        return null;
      },
    );
    known.set(area, place);
  }
  return place;
}

/** The stops with their places, as far as they are known. */
export async function located(stops: Stop[]): Promise<Stop[]> {
  return Promise.all(
    stops.slice(0, STOPS_MAX).map(async (stop) => {
      if (typeof stop.lat === 'number') return stop;
      const place = await placeOf(stop.area);
      return { ...stop, lat: place?.lat ?? null, lon: place?.lon ?? null };
    }),
  );
}
