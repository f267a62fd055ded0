// Shows a number by its characters, with those marked that its check digit makes suspect. Pure.
import type { SearchAnswer } from '../../api/types';

type Suspect = NonNullable<SearchAnswer['check']>['suspects'][number];

/** The characters that count: people type containers with spaces and dashes, positions leave these out. */
export function significant(query: string): string {
  return query.replace(/[\s\-./]/g, '').toUpperCase();
}

/** Each character with whether it is suspect; positions are counted from 1, and two digits may have changed places. */
export function characters(query: string, suspects: readonly Suspect[]): { text: string; suspect: boolean }[] {
  // When several single changes would explain the digit, only those that lead to a number we know are worth a mark.
  const known = suspects.filter((suspect) => suspect.known);
  const marked = known.length > 0 ? known : suspects;
  const covers = (place: number): boolean => marked.some((one) => place >= one.position && place < one.position + one.is.length);
  return [...significant(query)].map((text, index) => ({ text, suspect: covers(index + 1) }));
}

/** The number with one suspect part put right. */
export function corrected(query: string, suspect: Suspect): string {
  const text = significant(query);
  return text.slice(0, suspect.position - 1) + suspect.should_be + text.slice(suspect.position - 1 + suspect.is.length);
}
