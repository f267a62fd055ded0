// What a diagnostic says, in the reader's language. The server names its code; what exactly was expected at the place it
// says in English, as the standard does.
import type { Diagnostic } from '../api/types';
import { t } from './words.svelte';

/** The words of a diagnostic's code; what the server says where the code is newer than this console. */
export function diagnosticWords(diagnostic: Pick<Diagnostic, 'code' | 'text'>): string {
  const key = `diagnostics-${diagnostic.code.toLowerCase()}`;
  const words = t(key);
  return words === key ? diagnostic.text : words;
}
