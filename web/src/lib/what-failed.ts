// What went wrong, in the reader's language. The server names the kind by a code and says in English what exactly happened.
import { ApiOffline, ApiProblem } from '../api/client';
import type { Problem } from '../api/types';
import { lang, t } from './words.svelte';

type Fault = NonNullable<Problem['errors']>[number];

/** The words of a key, or what stands for them where the code is newer than this console. */
function wordsOr(key: string, instead: string, variables?: Record<string, string>): string {
  const words = t(key, variables);
  return words === key ? instead : words;
}

/** The kind of a problem in a few words. */
export function problemTitle(problem: Problem): string {
  return wordsOr(`common-problem-code-${problem.code}`, problem.title);
}

/** What is wrong with one part of a request; what the server wrote in the reader's language, where it did, is more exact. */
function faultWords(fault: Fault, problem: Problem): string {
  if (fault.params['text'] !== undefined) return fault.params['text'];
  return lang() === 'en' ? problem.detail : wordsOr(`common-fault-${fault.code}`, problem.detail, fault.params);
}

/** The kind of a problem, and what is wrong with which part. Of a problem in one sentence the detail is the most exact. */
export function problemText(problem: Problem): string {
  if (lang() === 'en') return problem.detail || problemTitle(problem);
  const faults = (problem.errors ?? []).map((fault) => faultWords(fault, problem));
  return [problemTitle(problem), ...new Set(faults)].join(' – ');
}

/** What went wrong, in one sentence, for places too small for a whole problem. */
export function whatFailed(error: unknown): string {
  if (error instanceof ApiProblem) return problemText(error.problem);
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
    if (field !== '') faults[field] ??= fault.params['expected'] ?? faultWords(fault, error.problem);
  }
  return faults;
}
