// What the codes of a sender's page mean, in words.
import type { SenderView } from '../../api/types';
import { formatHours } from '../../lib/format';
import { t } from '../../lib/words.svelte';

/** Between which hours a class of lateness lies. */
export function lateRange(bin: SenderView['late']['bins'][number]): string {
  if (bin.from_hours === null) return t('sender-late-before');
  const from = formatHours(bin.from_hours);
  return bin.to_hours === null ? t('sender-late-over', { from }) : t('sender-late-between', { from, to: formatHours(bin.to_hours) });
}

/** Why a request was refused; the code itself where it is newer than this console. */
export function refusalWords(code: string): string {
  const key = `sender-refused-${code.replaceAll('_', '-')}`;
  const words = t(key);
  return words === key ? code : words;
}
