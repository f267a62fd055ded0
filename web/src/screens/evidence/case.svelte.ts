// One open case: what was answered, who has it, and what changed since, which never replaces what somebody reads unasked.
import { api, ApiProblem } from '../../api/client';
import type { Evidence, Lock, Outcome, QueuePage, QueueRow, SearchAnswer } from '../../api/types';
import { connection } from '../../lib/connection.svelte';
import { live } from '../../lib/live.svelte';
import { session } from '../../lib/session.svelte';

/** A lock is asked for again when less than this remains of it. */
const EXTEND_BEFORE_MS = 4 * 60_000;
/** Somebody who touched nothing for so long has left the desk: their lock may end. */
const ACTIVE_WITHIN_MS = 5 * 60_000;
const EXTEND_EVERY_MS = 30_000;
const NEAREST_MAX = 8;

/** A newer assessment of the case that the reader has not yet asked for. */
export interface Anew { score: number; before: number; run: number }

export class EvidenceCase {
  readonly id: string;
  readonly as_of: string | null;
  evidence = $state.raw<Evidence | null>(null);
  /** The row as it stands now: its lock and state follow the server, the rest is what was read. */
  row = $state.raw<QueueRow | null>(null);
  problem = $state.raw<unknown>(null);
  nearest = $state.raw<SearchAnswer | null>(null);
  anew = $state.raw<Anew | null>(null);
  /** Set when a colleague decided meanwhile; shown when asked for. */
  decided_elsewhere = $state(false);
  busy = $state<'take' | 'release' | 'next' | null>(null);
  refusal = $state.raw<unknown>(null);
  #stop = new AbortController();
  #deaf: (() => void)[] = [];
  #timers: ReturnType<typeof setInterval>[] = [];
  #touched_ms = Date.now();
  #off_back = (): void => undefined;

  constructor(id: string, as_of: string | null) {
    this.id = id;
    this.as_of = as_of;
  }

  get path(): string {
    return `/consignments/${encodeURIComponent(this.id)}`;
  }
  get mine(): boolean {
    return this.row?.lock?.mine ?? false;
  }
  get held_by_other(): Lock | null {
    const lock = this.row?.lock;
    return lock && !lock.mine ? lock : null;
  }
  get decided(): boolean {
    return this.row?.state === 'decided';
  }
  /** A past time shows what was known then, to be read only. */
  get past(): boolean {
    return this.as_of !== null;
  }

  /** Reads the case and follows it until `close`. */
  async open(): Promise<void> {
    await this.load();
    if (this.past || this.#stop.signal.aborted) return;
    this.#listen();
    this.#timers.push(setInterval(() => this.#extend(), EXTEND_EVERY_MS));
    document.addEventListener('visibilitychange', this.#onvisibility);
    for (const kind of ['pointerdown', 'keydown', 'scroll']) addEventListener(kind, this.#ontouch, { passive: true });
    this.#off_back = connection.onBack(() => void this.refreshRow());
  }

  close(): void {
    this.#stop.abort();
    for (const stop of this.#deaf) stop();
    this.#deaf = [];
    for (const timer of this.#timers) clearInterval(timer);
    document.removeEventListener('visibilitychange', this.#onvisibility);
    for (const kind of ['pointerdown', 'keydown', 'scroll']) removeEventListener(kind, this.#ontouch);
    this.#off_back();
  }

  load = async (): Promise<void> => {
    try {
      const evidence = await api.get<Evidence>(`${this.path}/evidence`, { query: { as_of: this.as_of }, signal: this.#stop.signal });
      this.evidence = evidence;
      this.row = evidence.row;
      this.problem = null;
      this.anew = null;
      this.decided_elsewhere = false;
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.problem = error;
      if (error instanceof ApiProblem && error.status === 404) await this.#findNearest();
    }
  };

  async #findNearest(): Promise<void> {
    try {
      this.nearest = await api.get<SearchAnswer>('/search', { query: { q: this.id, limit: NEAREST_MAX }, signal: this.#stop.signal });
    } catch {
      this.nearest = null;
    }
  }

  /** The row as it stands now, by way of the queue: unlike reading the case this is not recorded as a look at it. */
  async standing(): Promise<QueueRow | null> {
    const page = await api.get<QueuePage>('/queue', { query: { filter: `id:${this.id}`, limit: 2 }, signal: this.#stop.signal, quiet: true });
    return page.items.find((row) => row.id === this.id) ?? null;
  }

  async refreshRow(): Promise<void> {
    if (!this.row || this.past) return;
    try {
      const row = await this.standing();
      if (row) this.#follow(row);
    } catch {
      // The stream or the next act tells what is wrong.
    }
  }

  /** Takes over who has it; a decision of a colleague and a new score wait until they are asked for. */
  #follow(row: QueueRow): void {
    const shown = this.row;
    if (!shown) return;
    if (row.score !== shown.score) this.anew = { score: row.score, before: shown.score, run: this.evidence?.run ?? 0 };
    if (row.state === 'decided' && shown.state !== 'decided') {
      this.decided_elsewhere = true;
      return; // The version stays the one that was read, so that a finding over it is refused and shown.
    }
    this.row = { ...shown, lock: row.lock, state: row.state, version: row.version, outcome: row.outcome };
  }

  /** The console's one stream names the cases that changed; a greeting means that something may have been missed. */
  #listen(): void {
    this.#deaf = [
      live.on('cases', (ids) => { if (ids.includes(this.id)) void this.refreshRow(); }),
      live.on('run', () => void this.refreshRow()),
      live.on('hello', () => void this.refreshRow()),
    ];
  }

  #onvisibility = (): void => {
    if (!document.hidden) void this.refreshRow();
  };
  #ontouch = (): void => {
    this.#touched_ms = Date.now();
  };

  #extend(): void {
    const lock = this.row?.lock;
    if (!lock?.mine || document.hidden || this.decided || Date.now() - this.#touched_ms > ACTIVE_WITHIN_MS) return;
    // The demo's clock stands, so what remains is reckoned from when the lock was taken and how long we have held it.
    if (session.value?.world_time === null && Date.parse(lock.expires) - session.now().getTime() > EXTEND_BEFORE_MS) return;
    api.put<Lock>(`${this.path}/lock`, {}, { signal: this.#stop.signal }).then(
      (fresh) => { if (this.row) this.row = { ...this.row, lock: fresh }; },
      () => void this.refreshRow(),
    );
  }

  async take(): Promise<boolean> {
    return this.#act('take', async () => {
      const lock = await api.put<Lock>(`${this.path}/lock`, {});
      if (this.row) this.row = { ...this.row, lock, state: this.row.state === 'decided' ? 'decided' : 'taken' };
      await this.refreshRow();
    });
  }

  async release(): Promise<boolean> {
    return this.#act('release', async () => {
      await api.delete(`${this.path}/lock`);
      if (this.row) this.row = { ...this.row, lock: null, state: this.row.state === 'decided' ? 'decided' : 'free' };
      await this.refreshRow();
    });
  }

  /** The most urgent free case after this one; null when none is free. */
  async takeNext(filter: string): Promise<QueueRow | null> {
    let next: QueueRow | null = null;
    await this.#act('next', async () => {
      next = await api.post<QueueRow>('/queue/take-next', { after: this.id, ...(filter ? { filter } : {}) });
    });
    return next;
  }

  async #act(kind: 'take' | 'release' | 'next', run: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = kind;
    this.refusal = null;
    try {
      await run();
      return true;
    } catch (error) {
      this.refusal = error;
      if (error instanceof ApiProblem && error.problem.code === 'locked_by_other') await this.refreshRow();
      return false;
    } finally {
      this.busy = null;
    }
  }

  /** Our own finding stands: it is shown at once, before any stream tells of it. */
  recorded(outcome: Outcome): void {
    if (!this.row || !this.evidence) return;
    // The stream may have told of our own finding before its answer came.
    this.decided_elsewhere = false;
    this.row = { ...this.row, state: 'decided', outcome, lock: null };
    this.evidence = { ...this.evidence, outcomes: [outcome, ...this.evidence.outcomes.filter((other) => other.id !== outcome.id)] };
    void this.refreshRow();
  }

  /** Our own finding was taken back. */
  withdrawn(id: number): void {
    if (!this.row || !this.evidence) return;
    const outcomes = this.evidence.outcomes.map((outcome) => (outcome.id === id ? { ...outcome, withdrawn: true } : outcome));
    const standing = outcomes.find((outcome) => !outcome.withdrawn) ?? null;
    this.evidence = { ...this.evidence, outcomes };
    this.row = { ...this.row, state: standing ? 'decided' : 'free', outcome: standing };
    void this.refreshRow();
  }
}
