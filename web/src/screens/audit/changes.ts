// What an audit record says changed, field by field. Pure.

/** One field of a record, `null` where it had no value. */
export interface FieldChange { field: string; before: string | null; after: string | null }

/** Fields of a record beyond this many are counted, not shown. */
export const FIELDS_MAX = 200;

/** The fields whose value differs, in the order of the record; nested ones by their path, such as `lock.holder`. */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [left, right] = [flat(before), flat(after)];
  const fields = new Set([...left.keys(), ...right.keys()]);
  const changes: FieldChange[] = [];
  for (const field of fields) {
    const [was, is] = [left.get(field) ?? null, right.get(field) ?? null];
    if (was !== is) changes.push({ field, before: was, after: is });
  }
  return changes;
}

function flat(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (into.size >= FIELDS_MAX || value === undefined || value === null) return into;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    into.set(path, value.map(text).join(', '));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) flat(item, path === '' ? key : `${path}.${key}`, into);
  } else {
    into.set(path, text(value));
  }
  return into;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
