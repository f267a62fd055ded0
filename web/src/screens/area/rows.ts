// Which calls stand behind a figure: the same fields in the address as in the API.
import type { VisitRows } from '../../api/types';
import type { Query } from '../../lib/router.svelte';
import { t } from '../../lib/words.svelte';

const TEXTS = ['role', 'from', 'to', 'stay'] as const;
const NUMBERS = ['week', 'min_hours', 'max_hours'] as const;
const FLAGS = ['there', 'flagged', 'doubted'] as const;

export function rowsOf(query: Query): VisitRows {
  const rows: VisitRows = {};
  for (const name of TEXTS) if (query[name]) rows[name] = query[name];
  for (const name of NUMBERS) {
    const number = Number(query[name]);
    if (query[name] && Number.isFinite(number) && number >= 0) rows[name] = number;
  }
  for (const name of FLAGS) if (query[name] === 'true') rows[name] = true;
  return rows;
}

/** Every field, those that are not asked for as null, so that they leave the address. */
export function queryOf(rows: VisitRows): Record<string, string | number | null> {
  const query: Record<string, string | number | null> = {};
  for (const name of TEXTS) query[name] = rows[name] ?? null;
  for (const name of NUMBERS) query[name] = rows[name] ?? null;
  for (const name of FLAGS) query[name] = rows[name] ? 'true' : null;
  return query;
}

export function roleWord(role: string): string {
  if (role === 'load') return t('area-role-load');
  if (role === 'discharge') return t('area-role-discharge');
  return t('area-role-transhipment');
}
