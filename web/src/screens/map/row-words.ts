// A table row's three statements in words. Places and times are kept apart, so that each keeps its own direction.
import { Whereabouts } from '../../lib/geo/journeys';
import { t } from '../../lib/words.svelte';
import type { Standing } from './places';

type NameOf = (area: number) => string;

/** A call: its place, and what else is known of it; s since 1970. */
export interface CallWords {
  place: string;
  /** "2 of 4": which call of the journey; null where that is plain. */
  number: string | null;
  time: number | null;
}

/** The last call, or null before the first. */
export function lastCall(standing: Standing, name: NameOf): CallWords | null {
  if (standing.last < 0) return null;
  return { place: name(standing.last), number: t('map-call-number', { number: standing.callNumber, all: standing.calls }), time: standing.arrived };
}

/** The next call, or null when none is known. */
export function nextCall(standing: Standing, name: NameOf): CallWords | null {
  if (standing.next < 0) return null;
  return { place: name(standing.next), number: null, time: standing.nextArrives };
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
