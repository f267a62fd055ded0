// What the search box and the search screen share.
import type { SearchHit } from '../api/types';
import { href } from './router.svelte';

/** Where a hit leads: to its only consignment, else to the queue's rows behind it. */
export function hitAddress(hit: SearchHit): string {
  const only = hit.count === 1 ? hit.consignments[0] : undefined;
  return only ? `/case/${encodeURIComponent(only.id)}` : href('/queue', { filter: hit.filter });
}

/** The kinds in the order in which an officer thinks of them. */
export const KINDS: readonly SearchHit['kind'][] = [
  'container', 'transport_document', 'declaration', 'consignment', 'vessel', 'seal', 'party', 'hs_code',
];

/** Numbers are shown in the type of codes; names are not. */
export function isCode(kind: SearchHit['kind']): boolean {
  return kind !== 'party' && kind !== 'vessel';
}
