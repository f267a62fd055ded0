// The filter language as the typing officer meets it: terms, completion, the place of a fault. Pure; the server decides
// what a filter means.
import type { FilterKey, Problem } from '../../api/types';

export interface Term {
  start: number;
  end: number;
  text: string;
}

/** Terms are parted by spaces outside double quotes. */
export function terms(filter: string): Term[] {
  const found: Term[] = [];
  let start = -1;
  let quoted = false;
  for (let index = 0; index <= filter.length; index += 1) {
    const char = filter[index];
    if (char === '"') quoted = !quoted;
    const space = char === undefined || (!quoted && /\s/.test(char));
    if (!space && start < 0) start = index;
    if (space && start >= 0) {
      found.push({ start, end: index, text: filter.slice(start, index) });
      start = -1;
    }
  }
  return found;
}

export function hasTerm(filter: string, term: string): boolean {
  return terms(filter).some((one) => one.text === term);
}

/** Adds a term, or takes it out when it is there. */
export function toggleTerm(filter: string, term: string): string {
  const texts = terms(filter).map((one) => one.text);
  const without = texts.filter((text) => text !== term);
  return (without.length < texts.length ? without : [...texts, term]).join(' ');
}

export interface Suggestion {
  /** What stands in the term's place when it is chosen. */
  insert: string;
  label: string;
  example: string;
  /** A whole term: the filter can be applied at once. */
  complete: boolean;
}

const SUGGESTIONS_MAX = 12;

/** What may follow at the caret: keys for a bare word, values after a key with choices. */
export function suggest(filter: string, caret: number, keys: readonly FilterKey[]): { term: Term; list: Suggestion[] } {
  const term = terms(filter).find((one) => one.start <= caret && caret <= one.end) ?? { start: caret, end: caret, text: '' };
  const typed = filter.slice(term.start, caret);
  const minus = typed.startsWith('-') ? '-' : '';
  const bare = typed.slice(minus.length).toLowerCase();
  const parted = /^([a-z_]+)(:|>=|<=|>|<)(.*)$/.exec(bare);
  const list = parted ? valuesFor(parted, minus, keys) : keysFor(bare, minus, keys);
  return { term, list: list.slice(0, SUGGESTIONS_MAX) };
}

function keysFor(bare: string, minus: string, keys: readonly FilterKey[]): Suggestion[] {
  return keys
    .filter((key) => key.key.startsWith(bare) || (bare.length > 1 && key.label.toLowerCase().includes(bare)))
    .map((key) => ({
      insert: minus + key.key + (key.kind === 'number' || key.kind === 'date' ? '>' : ':'),
      label: key.label, example: key.example, complete: false,
    }));
}

function valuesFor(parted: RegExpExecArray, minus: string, keys: readonly FilterKey[]): Suggestion[] {
  const [, name = '', operator = ':', rest = ''] = parted;
  const key = keys.find((one) => one.key === name);
  if (!key) return [];
  const before = rest.includes(',') ? rest.slice(0, rest.lastIndexOf(',') + 1) : '';
  const begun = rest.slice(before.length);
  return key.choices
    .filter((choice) => choice.value.toLowerCase().startsWith(begun) || choice.label.toLowerCase().startsWith(begun))
    .map((choice) => ({ insert: `${minus}${name}${operator}${before}${choice.value}`, label: choice.label, example: '', complete: true }));
}

/** Puts a suggestion in its term's place; a whole term is followed by a space. */
export function complete(filter: string, term: Term, suggestion: Suggestion): { filter: string; caret: number } {
  const rest = filter.slice(term.end);
  const space = suggestion.complete && !rest.startsWith(' ') ? ' ' : '';
  const head = filter.slice(0, term.start) + suggestion.insert + space;
  return { filter: head + rest, caret: head.length };
}

export interface FilterFault {
  start: number;
  end: number;
  code: string;
  found: string;
  nearest: string;
}

/** The place in a text of one of its characters: some take two units of the text. */
function characterAt(text: string, character: number): number {
  return [...text].slice(0, character).join('').length;
}

/** The places that the server points at: 'filter:12-17', counted in characters. */
export function faultsOf(problem: Problem, filter: string): FilterFault[] {
  return (problem.errors ?? []).flatMap((error) => {
    const place = /^filter:(\d+)-(\d+)$/.exec(error.pointer);
    if (!place) return [];
    return [{ start: characterAt(filter, Number(place[1])), end: characterAt(filter, Number(place[2])), code: error.code, found: error.params.found ?? '', nearest: error.params.nearest ?? '' }];
  });
}
