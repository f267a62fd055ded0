// Where a diagnostic stands in the text of its message. Pure.
import type { Diagnostic, QuarantineMessage } from '../../api/types';

/** A marked place of a text: offsets in UTF-16 units, line and column counted from 1. */
export interface Place { start: number; end: number; line: number; column: number }

type Marked = Pick<QuarantineMessage, 'segments' | 'diagnostics' | 'text'>;

/** The place of each diagnostic of a message as it was sent; `null` where it lies beyond the text shown. */
export function placesOf(message: Marked): (Place | null)[] {
  const bySegment = new Map<number, { start: number; end: number }>();
  let offset = 0;
  for (const segment of message.segments) {
    const end = offset + segment.text.length;
    if (segment.diagnostic !== null && !bySegment.has(segment.diagnostic)) bySegment.set(segment.diagnostic, { start: offset, end });
    offset = end;
  }
  // Only one diagnostic can own a segment: what overlaps another's place is found by its bytes.
  const text = textOf(message);
  return message.diagnostics.map((diagnostic, index) => {
    const found = bySegment.get(index) ?? spanInText(text, diagnostic.span);
    return found && place(text, found.start, found.end);
  });
}

/** The text that the segments make up: what the server shows of the message. */
export function textOf(message: Marked): string {
  return message.segments.length === 0 ? message.text : message.segments.map((segment) => segment.text).join('');
}

/** The places of diagnostics whose spans count the bytes of `text` in UTF-8, such as those of a correction just sent. */
export function placesInText(text: string, diagnostics: Diagnostic[]): (Place | null)[] {
  return diagnostics.map((diagnostic) => {
    const span = spanInText(text, diagnostic.span);
    if (span && text.slice(span.start, span.end) === diagnostic.found) return place(text, span.start, span.end);
    // A row may have been read behind its file's header, and its span counted with it: what stood there tells better.
    const at = diagnostic.found === '' ? -1 : text.indexOf(diagnostic.found);
    if (at >= 0) return place(text, at, at + diagnostic.found.length);
    return span && place(text, span.start, span.end);
  });
}

/** Where a place of `before` stands in `after`, a text edited from it: what lies behind the edit moves with it. */
export function moved(at: Place, before: string, after: string): Place {
  if (before === after) return at;
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const shift = (offset: number): number => {
    if (offset <= head) return offset;
    if (offset >= before.length - tail) return offset + after.length - before.length;
    return Math.min(offset, after.length - tail);
  };
  return place(after, shift(at.start), shift(at.end));
}

function place(text: string, start: number, end: number): Place {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
  // Columns count characters as a person sees them in an editor, not UTF-16 halves.
  return { start, end, line, column: [...text.slice(lineStart, start)].length + 1 };
}

function spanInText(text: string, span: { start: number; len: number }): { start: number; end: number } | null {
  const encoder = new TextEncoder();
  let [bytes, offset, start] = [0, 0, -1];
  for (const character of text) {
    if (start < 0 && bytes >= span.start) start = offset;
    if (start >= 0 && bytes >= span.start + span.len) return { start, end: offset };
    bytes += encoder.encode(character).length;
    offset += character.length;
  }
  if (start >= 0) return { start, end: offset };
  return bytes === span.start ? { start: offset, end: offset } : null;
}
