// Bytes that are not text, made readable. Pure.

/** Bytes in a row of the hexadecimal view. */
export const ROW_BYTES = 16;

/** A byte of the hexadecimal view; `mark` is the index of the diagnostic whose place it is in. */
export interface ByteCell { hex: string; character: string; mark: number | null }
/** A row: where it begins, counted from the first byte of the message, and its bytes. */
export interface ByteRow { offset: string; cells: ByteCell[] }

/** Lays bytes out in rows and marks the places of diagnostics. */
export function byteRows(bytes: Uint8Array, spans: { start: number; len: number }[]): ByteRow[] {
  const marks = new Map<number, number>();
  spans.forEach((span, index) => {
    const end = Math.min(bytes.length, span.start + Math.max(1, span.len));
    for (let at = span.start; at < end; at += 1) if (!marks.has(at)) marks.set(at, index);
  });
  const rows: ByteRow[] = [];
  for (let start = 0; start < bytes.length; start += ROW_BYTES) {
    const cells = Array.from(bytes.subarray(start, start + ROW_BYTES), (byte, at) => ({
      hex: hex(byte),
      character: byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·',
      mark: marks.get(start + at) ?? null,
    }));
    rows.push({ offset: start.toString(16).padStart(6, '0'), cells });
  }
  return rows;
}

/** A piece of text, or one character that has no shape of its own and is shown by its number. */
export interface TextPiece { text: string; code: boolean }

// The control characters other than line ends and tab, what stands for bytes that are no text, and the invisible
// characters that turn or join text: each may be the very thing that is wrong.
// eslint-disable-next-line no-control-regex
const SHAPELESS = /\r(?!\n)|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/u;

/** Splits text so that characters without a shape can be shown as `\x1b` or `\u{200b}`, or `\?` for a byte that is no text. */
export function visible(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const [at, part] of text.split(new RegExp(`(${SHAPELESS.source})`, 'u')).entries()) {
    if (part === '') continue;
    // Splitting on a group gives what was found at every second place.
    if (at % 2 === 1) pieces.push({ text: escape(part), code: true });
    else pieces.push({ text: part, code: false });
  }
  return pieces;
}

function escape(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point === 0x0d) return '\\r';
  if (point === 0xfffd) return '\\?';
  return point < 0x100 ? `\\x${hex(point)}` : `\\u{${point.toString(16)}}`;
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
