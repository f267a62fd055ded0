import { formatHours, formatNumber, formatShare } from '../lib/format';
import { t } from '../lib/words.svelte';
import type { Distribution } from './distribution';

/** Three significant digits tell values of any size apart; more would pretend. */
function significant(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return formatNumber(value);
  const decimals = Math.min(Math.max(2 - Math.floor(Math.log10(Math.abs(value))), 0), 6);
  return formatNumber(Number(value.toPrecision(3)), { decimals: Number.isInteger(value) ? 0 : decimals });
}

/** A value of a distribution with its unit, in the reader's language. */
export function formatQuantity(chart: Distribution, value: number): string {
  switch (chart.unit) {
    case 'amount_per_kg':
      return chart.currency === null
        ? t('evidence-unit-per-kg', { value: significant(value) })
        : t('evidence-unit-per-kg', { value: `${significant(value)} ${chart.currency}` });
    case 'hours':
      return formatHours(value);
    case 'kg':
      return t('evidence-unit-kg', { value: significant(value) });
    case 'share':
      return formatShare(value);
    case 'count':
      return significant(value);
  }
}
