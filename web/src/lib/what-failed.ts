// The words for something thrown, for places too small for a whole problem.
import { ApiOffline, ApiProblem } from '../api/client';
import { t } from './words.svelte';

/** What went wrong, in one sentence. */
export function whatFailed(error: unknown): string {
  if (error instanceof ApiProblem) return error.problem.detail || error.problem.title;
  return t(error instanceof ApiOffline ? 'common-problem-offline' : 'common-problem-unknown');
}

/** Whether the server refused with this code. */
export function refusedAs(error: unknown, code: string): error is ApiProblem {
  return error instanceof ApiProblem && error.problem.code === code;
}

/**
 * What the server says is wrong with each field of a form. Its pointers name a field (`/login`, `login`); the code tells
 * what, with `found` and `expected` where it has them.
 */
export function fieldErrors(error: unknown): Record<string, string> {
  const faults: Record<string, string> = {};
  if (!(error instanceof ApiProblem)) return faults;
  for (const fault of error.problem.errors ?? []) {
    const field = fault.pointer.replace(/^[#/]+/, '').split('/')[0] ?? '';
    if (field !== '') faults[field] ??= fault.params['text'] ?? fault.params['expected'] ?? error.problem.detail;
  }
  return faults;
}
