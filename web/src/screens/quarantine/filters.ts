// What the address says about which refused messages are shown. Pure.
import type { Page, QuarantineItem } from '../../api/types';
import { diagnosticWords } from '../../lib/diagnostics';

export const STATES = ['open', 'replayed', 'discarded', 'all'] as const;
export type StateFilter = (typeof STATES)[number];

/** The filters of the list, as they stand in the address; `after` is the token of the page. */
export interface Filters { state: StateFilter; code: string; sender: string; after: string }

/** Answer of the list: a page with what could be filtered by. */
export type QuarantinePage = Page<QuarantineItem> & {
  total: number;
  by_code: { code: string; count: number }[];
  by_sender: { sender: string; count: number }[];
};

/** Messages on a page of the list. */
export const PAGE_ITEMS = 50;

export function filtersOf(query: Record<string, string | undefined>): Filters {
  const state = STATES.find((known) => known === query['state']) ?? 'open';
  return { state, code: query['code'] ?? '', sender: query['sender'] ?? '', after: query['after'] ?? '' };
}

/** The filters as parameters of the API and of the console's own addresses; what is not set is left out. */
export function parameters(filters: Filters): Record<string, string> {
  const given: Record<string, string> = filters.state === 'open' ? {} : { state: filters.state };
  for (const key of ['code', 'sender', 'after'] as const) if (filters[key] !== '') given[key] = filters[key];
  return given;
}

/** An address of the console with the filters, changed as told; a change leads back to the first page. */
export function address(path: string, filters: Filters, change: Partial<Filters> = {}): string {
  const query = new URLSearchParams(parameters({ ...filters, after: '', ...change })).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** Where a message is refused, in a few words of its own: the path of its first error, and how many more there are. */
export function summary(item: QuarantineItem): { codes: string[]; text: string; path: string; more: number } {
  const errors = item.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const shown = errors.length > 0 ? errors : item.diagnostics;
  const first = shown[0];
  return {
    codes: [...new Set(shown.map((diagnostic) => diagnostic.code))],
    text: first ? diagnosticWords(first) : '',
    path: first?.path ?? '',
    more: Math.max(0, shown.length - 1),
  };
}
