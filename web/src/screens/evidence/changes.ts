import type { QueueRow } from '../../api/types';

/** Something that differs between the case as it was read and as it stands now. */
export interface Change {
  what: 'score' | 'lane' | 'state' | 'holder' | 'outcome' | 'deadline';
  before: string;
  after: string;
}

/** How values are written for the reader; given, so that the comparison stays free of words. */
export interface ChangeWords {
  score(value: number): string;
  lane(row: QueueRow): string;
  state(row: QueueRow): string;
  holder(row: QueueRow): string;
  outcome(row: QueueRow): string;
  time(value: string | null): string;
}

/** What changed between reading a case and deciding on it, gravest first. */
export function changesBetween(before: QueueRow, after: QueueRow, words: ChangeWords): Change[] {
  const changes: Change[] = [];
  const add = (what: Change['what'], was: string, is: string): void => {
    if (was !== is) changes.push({ what, before: was, after: is });
  };
  add('outcome', words.outcome(before), words.outcome(after));
  add('state', words.state(before), words.state(after));
  add('holder', words.holder(before), words.holder(after));
  add('score', words.score(before.score), words.score(after.score));
  add('lane', words.lane(before), words.lane(after));
  add('deadline', words.time(before.deadline), words.time(after.deadline));
  return changes;
}
