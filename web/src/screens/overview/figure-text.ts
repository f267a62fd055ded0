import type { Figure } from '../../api/types';
import { formatAmount, formatHours, formatNumber, formatShare } from '../../lib/format';
import { t } from '../../lib/words.svelte';

/** Amounts from here on are shortened: a supervisor compares millions, not euros. */
const COMPACT_AMOUNT_MIN = 1_000_000;

/** A figure in its unit. A share of nothing is no share. */
export function figureText(figure: Pick<Figure, 'value' | 'unit' | 'currency' | 'of'>): string {
  if (figure.unit === 'share' && figure.of === 0) return t('overview-none');
  return inUnit(figure.value, figure);
}

/** "12.5 % to 18.3 %": the 95 % interval of a figure that has one. */
export function intervalText(figure: Pick<Figure, 'low' | 'high' | 'unit' | 'currency'>): string {
  if (figure.low === null || figure.high === null) return '';
  return t('overview-interval', { low: inUnit(figure.low, figure), high: inUnit(figure.high, figure) });
}

function inUnit(value: number, { unit, currency }: Pick<Figure, 'unit' | 'currency'>): string {
  switch (unit) {
    case 'share':
      return formatShare(value);
    case 'hours':
      return formatHours(value);
    case 'amount':
      return currency ? formatAmount(value, currency, { compact: value >= COMPACT_AMOUNT_MIN }) : formatNumber(value);
    default:
      return formatNumber(value);
  }
}
