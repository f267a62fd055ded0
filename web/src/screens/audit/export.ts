// The shown audit records as a file of JSON lines.
import type { AuditRecord } from '../../api/types';

/** Hands the records to the browser as a download, named after the first and last of them. */
export function saveLines(records: AuditRecord[]): void {
  const sequences = records.map((record) => record.sequence);
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const address = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = `audit-${Math.min(...sequences)}-${Math.max(...sequences)}.jsonl`;
  anchor.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
