// A table row's three statements in words.
import { Whereabouts } from '../../lib/geo/journeys';
import { t } from '../../lib/words.svelte';
import type { Standing } from './places';

type NameOf = (area: number) => string;
type Clock = (time_s: number) => string;

/** The last call: place and when it came and went. */
export function lastWords(standing: Standing, name: NameOf, clock: Clock): string {
  if (standing.last < 0) return t('map-none-yet');
  const call = t('map-call', { place: name(standing.last), number: standing.callNumber, all: standing.calls });
  return standing.arrived === null ? call : `${call}, ${clock(standing.arrived)}`;
}

/** Where it was at the map's time. */
export function whereWords(standing: Standing, name: NameOf): string {
  switch (standing.whereabouts) {
    case Whereabouts.InPort:
      return t('map-where-port', { place: name(standing.last) });
    case Whereabouts.UnderWay:
      return t('map-where-sea', { from: name(standing.last), to: name(standing.next) });
    case Whereabouts.Over:
      return t('map-where-over', { place: name(standing.last) });
    default:
      return t(standing.last < 0 ? 'map-where-before' : 'map-where-past');
  }
}

/** The next call, if one is known. */
export function nextWords(standing: Standing, name: NameOf, clock: Clock): string {
  if (standing.next < 0) return t('map-next-none');
  return standing.nextArrives === null ? name(standing.next) : `${name(standing.next)}, ${clock(standing.nextArrives)}`;
}
