// The officer's finding: what is typed is kept for the tab until it is recorded, and recorded once however often it is sent.
import { api, ApiProblem } from '../../api/client';
import type { Outcome, Problem, QueueRow } from '../../api/types';
import { dropDraft, readDraft, saveDraft } from '../../lib/drafts';
import type { EvidenceCase } from './case.svelte';

/** The choice that means: inspected, and nothing was found. */
export const NOTHING = '';
/** How long a finding can be taken back. */
export const UNDO_SECONDS = 10;
/** As the server's limit for a note. */
export const NOTE_CHARACTERS_MAX = 4_000;

interface Draft {
  choice: string | null;
  value: string;
  note: string;
  /** Set once it was sent and not yet answered: the same key makes the repetition the same act. */
  key: string | null;
  version: string | null;
}

/** A typed amount as the decimal text that the API takes; null when it is none. A lone comma is a decimal comma. */
export function readAmount(text: string): string | null {
  const bare = text.replace(/[\s\u00a0\u202f'’_]/g, '');
  const dotted = bare.includes('.') ? bare.replace(/,(?=\d{3}(\D|$))/g, '') : bare.replace(/^(\d+),(\d{1,2})$/, '$1.$2').replace(/,(?=\d{3}(\D|$))/g, '');
  return /^\d{1,15}(\.\d{1,4})?$/.test(dotted) ? dotted : null;
}

export class Finding {
  /** null: nothing chosen yet; NOTHING: nothing found; otherwise a kind of finding. */
  choice = $state<string | null>(null);
  value = $state('');
  note = $state('');
  state = $state<'open' | 'sending' | 'conflict' | 'locked'>('open');
  problem = $state.raw<unknown>(null);
  missing_choice = $state(false);
  /** The case as it stands now, when the version that was read is no longer it. */
  stands = $state.raw<QueueRow | null>(null);
  undo = $state.raw<{ outcome: Outcome; until_ms: number } | null>(null);
  #key: string | null = null;
  #version: string | null = null;
  readonly #case: EvidenceCase;
  #onrecorded: (outcome: Outcome) => void;

  constructor(of: EvidenceCase, onrecorded: (outcome: Outcome) => void) {
    this.#case = of;
    this.#onrecorded = onrecorded;
    const kept = readDraft<Draft>(this.#draft);
    if (!kept) return;
    this.choice = kept.choice;
    this.value = kept.value;
    this.note = kept.note;
    this.#key = kept.key;
    this.#version = kept.version;
  }

  get #draft(): string {
    return `finding:${this.#case.id}`;
  }
  get typed(): boolean {
    return this.choice !== null || this.value !== '' || this.note !== '';
  }
  get bad_value(): boolean {
    return this.value.trim() !== '' && readAmount(this.value) === null;
  }
  /** True when a finding was sent from this tab and its answer never came. */
  get unanswered(): boolean {
    return this.#key !== null && this.#version !== null;
  }

  keep(): void {
    if (this.typed) saveDraft(this.#draft, { choice: this.choice, value: this.value, note: this.note, key: this.#key, version: this.#version } satisfies Draft);
    else dropDraft(this.#draft);
  }

  /** Another choice or other words are another finding: they get their own key. */
  changed(): void {
    if (this.state === 'sending') return;
    this.#key = null;
    this.#version = null;
    this.missing_choice = false;
    this.problem = null;
    this.keep();
  }

  nothing(): void {
    this.choice = NOTHING;
    this.value = '';
    this.changed();
  }

  clear(): void {
    this.choice = null;
    this.value = '';
    this.note = '';
    this.#key = null;
    this.#version = null;
    this.state = 'open';
    this.problem = null;
    this.stands = null;
    dropDraft(this.#draft);
  }

  /** What was recorded and taken back stands in the form again, to be corrected. */
  restore(outcome: Outcome): void {
    this.undo = null;
    this.choice = outcome.found ?? NOTHING;
    this.value = outcome.value ?? '';
    this.note = outcome.note ?? '';
    this.changed();
  }

  /** Records on the version that was read, or on `version` when somebody saw what changed and records all the same. */
  async record(version?: string): Promise<void> {
    const row = this.#case.row;
    if (!row || this.state === 'sending') return;
    if (this.choice === null) {
      this.missing_choice = true;
      return;
    }
    if (this.bad_value) return;
    this.#key ??= crypto.randomUUID();
    this.#version = version ?? this.#version ?? row.version;
    this.state = 'sending';
    this.problem = null;
    this.keep();
    const body = { found: this.choice === NOTHING ? null : this.choice, value: this.choice === NOTHING ? null : readAmount(this.value), note: this.note.trim() || null };
    try {
      const outcome = await api.post<Outcome>(`${this.#case.path}/outcomes`, body, { idempotencyKey: this.#key, ifMatch: this.#version });
      this.#done(outcome);
    } catch (error) {
      await this.#refused(error);
    }
  }

  #done(outcome: Outcome): void {
    this.clear();
    this.undo = { outcome, until_ms: Date.now() + UNDO_SECONDS * 1_000 };
    this.#case.recorded(outcome);
    this.#onrecorded(outcome);
  }

  async #refused(error: unknown): Promise<void> {
    // An answered refusal is the end of this attempt: the next one is a new act.
    this.#key = null;
    this.#version = null;
    this.problem = error;
    this.state = 'open';
    this.keep();
    if (!(error instanceof ApiProblem)) return;
    if (error.status === 412) {
      this.stands = await this.#standing();
      this.state = 'conflict';
    } else if (error.problem.code === 'locked_by_other' || error.problem.code === 'lock_lost') {
      await this.#case.refreshRow();
      this.state = 'locked';
    }
  }

  async #standing(): Promise<QueueRow | null> {
    try {
      return (await this.#case.standing()) ?? (await api.get<{ row: QueueRow }>(this.#case.path)).row;
    } catch {
      return null;
    }
  }

  /** Sends once more what was sent before a reload and never answered. */
  async resume(): Promise<void> {
    if (this.unanswered) await this.record();
  }
}

/** Takes a finding back; throws what the server refused with, such as too_late. */
export async function withdraw(id: number): Promise<void> {
  const answer = await api.post<{ items: { id: number; withdrawn: boolean; problem: Problem | null }[] }>('/outcomes/withdraw', { ids: [id] });
  const item = answer.items.find((one) => one.id === id);
  if (!item?.withdrawn) throw item?.problem ? new ApiProblem(item.problem) : new Error(String(id));
}
