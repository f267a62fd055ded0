// The name of a row for a reader who hears it: what would be seen at first sight, in that order.
import type { QueueRow } from '../../api/types';
import { formatNumber, formatRelative } from '../../lib/format';
import { t } from '../../lib/words.svelte';

export function rowName(row: QueueRow): string {
  const parts = [
    t('queue-row-rank', { rank: row.rank, score: formatNumber(row.score, { decimals: 2 }) }),
    row.containers[0] ?? row.transport_document ?? row.id,
  ];
  if (row.lane) parts.push(t(`common-lane-${row.lane}`));
  if (row.arm === 'random') parts.push(t('queue-arm-random'));
  if (row.deadline) parts.push(t(row.overdue ? 'queue-overdue' : 'queue-due', { span: formatRelative(row.deadline) }));
  if (row.outcome && !row.outcome.withdrawn) parts.push(t(row.outcome.found ? 'queue-outcome-found' : 'queue-outcome-nothing'));
  else if (row.lock) parts.push(row.lock.mine ? t('queue-mine') : t('queue-held-by', { name: row.lock.holder.name }));
  const reason = row.reasons[0];
  if (reason) parts.push(reason.text);
  return parts.join(', ');
}
