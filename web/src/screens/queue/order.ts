// The orders of the queue: each name's natural direction is the useful one; a minus turns it round.

export interface Order {
  name: string;
  label: string;
  /** Whether the natural order puts the largest first. */
  largestFirst: boolean;
}

export const ORDERS: readonly Order[] = [
  { name: 'urgency', label: 'queue-sort-urgency', largestFirst: false },
  { name: 'risk', label: 'queue-sort-risk', largestFirst: true },
  { name: 'arrival', label: 'queue-sort-arrival', largestFirst: false },
  { name: 'at_stake', label: 'queue-sort-at-stake', largestFirst: true },
  { name: 'value', label: 'queue-sort-value', largestFirst: true },
  { name: 'consignee', label: 'queue-sort-consignee', largestFirst: false },
  { name: 'office', label: 'queue-sort-office', largestFirst: false },
];
/** Today’s list by deadline, then by risk: the order in which take-next takes. */
export const ORDER_USUAL = 'urgency';

/** Choosing the present order again turns it round. */
export function nextOrder(present: string, chosen: string): string {
  return present === chosen ? `-${chosen}` : chosen;
}

export function ariaSort(present: string, name: string): 'ascending' | 'descending' | undefined {
  const turned = present === `-${name}`;
  if (present !== name && !turned) return undefined;
  const largestFirst = ORDERS.find((order) => order.name === name)?.largestFirst ?? false;
  return largestFirst !== turned ? 'descending' : 'ascending';
}
