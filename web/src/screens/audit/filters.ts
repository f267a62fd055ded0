// What the address says about which audit records are shown. Pure.
import { dayEnd, dayStart } from './days';

export const KEYS = ['actor', 'action', 'object', 'from', 'to'] as const;
export type Key = (typeof KEYS)[number];
/** The filters as typed; days as `2026-06-01` in the person's time zone, the last day included. */
export type Filters = Record<Key, string>;
/** Records on a page. */
export const PAGE_ITEMS = 50;

export function filtersOf(query: Record<string, string | undefined>): Filters {
  return { actor: query['actor'] ?? '', action: query['action'] ?? '', object: query['object'] ?? '', from: query['from'] ?? '', to: query['to'] ?? '' };
}

/** The parameters of the API for filters and a page. */
export function parameters(filters: Filters, after: string, timeZone: string): Record<string, string | number | null> {
  return {
    actor: filters.actor, action: filters.action, object: filters.object,
    from: dayStart(filters.from, timeZone), to: dayEnd(filters.to, timeZone),
    after, limit: PAGE_ITEMS,
  };
}

/** The screen on which the object of a record is looked at; `null` when there is none. */
export function pageOf(kind: string, object: string): string | null {
  const path = encodeURIComponent(object);
  switch (kind) {
    case 'consignment': case 'case': return `/case/${path}`;
    case 'quarantine': return `/quarantine/${path}`;
    case 'account': case 'api_key': return kind === 'account' ? '/accounts' : '/accounts?tab=keys';
    case 'settings': case 'setting': return '/settings';
    case 'file': return '/quarantine?tab=in';
    case 'assessment': case 'run': return '/settings?tab=assessment';
    default: return null;
  }
}
