// The refused message after this one, under the filters that the list had.
import { api } from '../../api/client';
import { parameters, type Filters, type QuarantinePage } from './filters';

/** Pages looked through for the present message before the first one of the list is offered. */
const PAGES_MAX = 5;
/** The most that the API gives at once. */
const LIMIT = 200;

/** The number of the next message of the list; `null` at its end. A message that left the list is followed by its first. */
export async function nextAfter(id: number, filters: Filters, signal?: AbortSignal): Promise<number | null> {
  const query = { ...parameters(filters), limit: LIMIT };
  let first: number | null = null;
  let found = false;
  let after: string | null = filters.after === '' ? null : filters.after;
  for (let turn = 0; turn < PAGES_MAX; turn += 1) {
    const page: QuarantinePage = await api.get<QuarantinePage>('/quarantine', { query: { ...query, after }, ...(signal ? { signal } : {}) });
    for (const item of page.items) {
      if (found) return item.id;
      if (item.id === id) found = true;
      else first ??= item.id;
    }
    after = page.next;
    if (after === null) break;
  }
  return found ? null : first;
}
