// The difference of two texts by lines, for corrections and settings. Pure.
import { diffLines, diffWordsWithSpace } from 'diff';

/** A run of characters of a line; `changed` when it is not in the other text's line. */
export interface Piece { text: string; changed: boolean }
/** One line of a difference, or a gap of lines that are alike. Numbers count from 1. */
export type DiffLine =
  | { kind: 'same' | 'removed' | 'added'; before: number | null; after: number | null; pieces: Piece[] }
  | { kind: 'gap'; lines: number };

/** Lines shown around a change. */
const CONTEXT_LINES = 2;
/** A longer line is shown whole: comparing its words would take too long to wait for. */
const WORDS_CHARS_MAX = 4_000;
/** Edits after which the comparison gives up and shows all lines as replaced. */
const EDITS_MAX = 2_000;

/** Compares two texts; alike lines far from a change are folded into gaps. Empty when the texts are the same. */
export function textDiff(before: string, after: string): DiffLine[] {
  if (before === after) return [];
  const parts = diffLines(closed(before), closed(after), { maxEditLength: EDITS_MAX })
    ?? [{ value: before, removed: true, added: false }, { value: after, added: true, removed: false }];
  const lines: DiffLine[] = [];
  let [left, right] = [1, 1];
  for (const [at, part] of parts.entries()) {
    const texts = linesOf(part.value);
    if (part.removed) {
      const next = parts[at + 1];
      const others = next?.added ? linesOf(next.value) : [];
      texts.forEach((text, row) => lines.push({ kind: 'removed', before: left++, after: null, pieces: piecesOf(text, others[row], 'before') }));
    } else if (part.added) {
      const previous = parts[at - 1];
      const others = previous?.removed ? linesOf(previous.value) : [];
      texts.forEach((text, row) => lines.push({ kind: 'added', before: null, after: right++, pieces: piecesOf(text, others[row], 'after') }));
    } else {
      for (const text of texts) lines.push({ kind: 'same', before: left++, after: right++, pieces: [{ text, changed: false }] });
    }
  }
  return fold(lines);
}

// A last line without its end would otherwise count as changed when a line is added after it.
function closed(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function piecesOf(text: string, other: string | undefined, side: 'before' | 'after'): Piece[] {
  if (other === undefined || text.length + other.length > WORDS_CHARS_MAX) return [{ text, changed: false }];
  const [before, after] = side === 'before' ? [text, other] : [other, text];
  const unwanted = side === 'before' ? 'added' : 'removed';
  return diffWordsWithSpace(before, after)
    .filter((change) => !change[unwanted])
    .map((change) => ({ text: change.value, changed: change.added || change.removed }));
}

function fold(lines: DiffLine[]): DiffLine[] {
  const near = new Uint8Array(lines.length);
  lines.forEach((line, at) => {
    if (line.kind !== 'same') near.fill(1, Math.max(0, at - CONTEXT_LINES), at + CONTEXT_LINES + 1);
  });
  const folded: DiffLine[] = [];
  lines.forEach((line, at) => {
    const last = folded.at(-1);
    if (near[at]) folded.push(line);
    else if (last?.kind === 'gap') last.lines += 1;
    else folded.push({ kind: 'gap', lines: 1 });
  });
  return folded;
}
