// What is wrong with a settings text, by line. Pure but for the problem's type.
import { ApiProblem } from '../../api/client';

/** One error: its line (from 1) where the server could name one, and that line's place in the text. */
export interface LineError { line: number | null; text: string; start: number; end: number }

/** The errors of a refused text, in the order of its lines. */
export function lineErrors(error: unknown, text: string): LineError[] {
  if (!(error instanceof ApiProblem)) return [];
  const { errors, detail } = error.problem;
  return (errors ?? [])
    .map((fault) => {
      const line = /^line:(\d+)/.exec(fault.pointer)?.[1];
      const words = fault.params['text'] ?? fault.params['message'] ?? ([fault.params['found'], fault.params['expected']].filter(Boolean).join(' → ') || detail);
      return { line: line ? Number(line) : null, text: words, ...lineSpan(text, line ? Number(line) : 1) };
    })
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Where a line begins and ends, without its line end. */
export function lineSpan(text: string, line: number): { start: number; end: number } {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', start);
    if (next === -1) break;
    start = next + 1;
  }
  const end = text.indexOf('\n', start);
  return { start, end: end === -1 ? text.length : end };
}
