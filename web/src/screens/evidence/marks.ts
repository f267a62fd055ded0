import type { EvidenceReason, Piece } from '../../api/types';

export interface Segment { text: string; marked: boolean }

/** Shorter values, such as a lone digit, would mark half the message. */
const VALUE_CHARACTERS_MIN = 2;

/** Every code, number and name that the reason's sentence speaks of, as it may stand in a message. */
export function valuesOf(reason: EvidenceReason): Set<string> {
  const values = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length >= VALUE_CHARACTERS_MIN) values.add(value);
    } else if (typeof value === 'number') {
      if (String(value).length >= VALUE_CHARACTERS_MIN) values.add(String(value));
    } else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  for (const param of Object.values(reason.params)) visit(param.value);
  return values;
}

/**
 * The excerpt in parts. Where the server marked a field, that is the mark; where it marked a whole record, the fields
 * in it that hold a value of the reason are marked instead, and the record as a whole only when there is none.
 */
export function segmentsOf(excerpt: Piece['excerpt'], values: Set<string>): Segment[] {
  const around = excerpt.before !== '' || excerpt.after !== '';
  const fields = excerpt.marked.split(/([,;|\t\r\n<>"'=+]+)/).filter((text) => text !== '');
  const hits = fields.map((text) => values.has(text.trim()));
  if (around || fields.length < 3 || !hits.includes(true)) {
    return [{ text: excerpt.before, marked: false }, { text: excerpt.marked, marked: true }, { text: excerpt.after, marked: false }].filter((part) => part.text !== '');
  }
  return fields.map((text, index) => ({ text, marked: hits[index] ?? false }));
}
