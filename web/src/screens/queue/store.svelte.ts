// The queue as this tab sees it. It outlives the screen, so that coming back from a case finds the same row in the same place.
// Rows are a prefix of the server's list that grows by pages; nothing but the reader's own act reorders them.
import { SvelteSet } from 'svelte/reactivity';
import { api, ApiOffline, ApiProblem } from '../../api/client';
import type { QueuePage, QueueRow } from '../../api/types';
import { connection } from '../../lib/connection.svelte';
import { live } from '../../lib/live.svelte';

/** The first page is small so that it is there at once; the next ones carry as much as the server gives. */
const FIRST_ROWS = 100;
const PAGE_ROWS = 200;
/** Between pages fetched ahead of need, so that other calls are not held up. */
const BACKGROUND_PAUSE_MS = 250;
/** Rows kept ready beyond what is on screen: these come without a pause. */
const AHEAD_ROWS = 300;
/** Changes that come close together are read together. */
const REFRESH_GATHER_MS = 120;
/** And the sums above the table are then read at most so often. */
const COUNT_AFTER_MS = 1_000;
/** How long a stream of new runs is gathered before the list is compared. */
const COMPARE_AFTER_MS = 1_000;
/** The server records at most so many outcomes in one call. */
export const SELECTED_MAX = 200;

export type Counts = QueuePage['counts'];
/** What waits to be shown: how many of the first rows differ, and whether the count may be larger. */
export interface Pending {
  count: number;
  atLeast: boolean;
}

/** What is new or judged differently; who holds a case is not, since that is shown in place. */
function differs(old: QueueRow | undefined, now: QueueRow): boolean {
  return !old || old.score !== now.score || old.lane !== now.lane || old.arm !== now.arm;
}

class QueueStore {
  rows = $state.raw<QueueRow[]>([]);
  total = $state(0);
  counts = $state.raw<Counts | null>(null);
  asOf = $state<string | null>(null);
  loading = $state(false);
  problem = $state.raw<unknown>(null);
  pending = $state.raw<Pending | null>(null);
  cursor = $state<string | null>(null);
  readonly selected = new SvelteSet<string>();
  /** Where the page stood when the screen was left. */
  scroll_px = 0;

  #key: string | null = null;
  #filter = '';
  #sort = '';
  #next: string | null = null;
  #index = new Map<string, number>();
  #stale = new Set<string>();
  #asking: AbortController | null = null;
  #fetching = false;
  #seen: [number, number] = [0, 0];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
  #compareTimer: ReturnType<typeof setTimeout> | undefined;
  #countTimer: ReturnType<typeof setTimeout> | undefined;
  /** Cases changed since the sums were read. */
  #countsOld = false;
  /** Set while the screen is shown: nobody needs rows fetched ahead for a screen that is away. */
  #shown = false;
  /** The run that the rows were read from, and the newest that the server told of. */
  #run = 0;
  #runNewest = 0;

  constructor() {
    live.on('cases', (ids) => this.#changed(ids));
    live.on('run', ({ run }) => this.#ran(run));
    live.on('hello', ({ run, again }) => this.#greeted(run, again));
    connection.onBack(() => {
      if (this.problem instanceof ApiOffline) void this.reload();
      else if (this.#shown) this.#soon();
    });
  }

  show(): void {
    this.#shown = true;
    this.#soon();
    this.#compareSoon();
    this.#countSoon();
  }
  hide(): void {
    this.#shown = false;
    clearTimeout(this.#timer);
  }

  indexOf(id: string | null): number {
    return id === null ? -1 : (this.#index.get(id) ?? -1);
  }

  /** Shows this filter and order; does nothing when they are already shown. */
  async open(filter: string, sort: string): Promise<void> {
    const key = JSON.stringify([filter, sort]);
    if (key === this.#key && this.problem === null) return;
    if (key !== this.#key) {
      this.cursor = null;
      this.selected.clear();
      this.scroll_px = 0;
    }
    this.#key = key;
    this.#filter = filter;
    this.#sort = sort;
    await this.#first();
  }

  /** Reads the list anew; the row under the cursor stays the cursor's if it is still there. */
  async reload(): Promise<void> {
    if (this.#key !== null) await this.#first();
  }

  #page(after: string | null, limit: number, options: { signal?: AbortSignal; quiet?: boolean }): Promise<QueuePage> {
    return api.get<QueuePage>('/queue', { query: { filter: this.#filter, sort: this.#sort, limit, after }, ...options });
  }

  async #first(): Promise<void> {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.loading = true;
    clearTimeout(this.#timer);
    try {
      const page = await this.#page(null, FIRST_ROWS, { signal: asking.signal });
      this.#index.clear();
      this.#stale.clear();
      this.rows = [];
      this.#append(page);
      this.total = page.total;
      this.#run = page.run;
      this.problem = null;
      this.pending = null;
      for (const id of this.selected) if (!this.#index.has(id)) this.selected.delete(id);
      this.#soon();
    } catch (error) {
      if (error instanceof DOMException) return;
      this.problem = error;
      // The rows of another question must not stand under a refusal of this one; when the server is away they may.
      if (error instanceof ApiProblem) this.rows = [];
    } finally {
      if (this.#asking === asking) this.loading = false;
    }
  }

  #append(page: QueuePage): void {
    // A run in between may repeat a row: each consignment stands once, where it stood first.
    const fresh = page.items.filter((row) => !this.#index.has(row.id));
    fresh.forEach((row, offset) => this.#index.set(row.id, this.rows.length + offset));
    this.rows = [...this.rows, ...fresh];
    this.#next = page.next;
    this.counts = page.counts;
    this.asOf = page.as_of;
    if (page.next === null) this.total = this.rows.length;
  }

  /** Tells which rows are on screen: these are kept fresh, and the pages after them are fetched first. */
  see(first: number, last: number): void {
    this.#seen = [first, last];
    if (this.#next !== null && last + AHEAD_ROWS > this.rows.length) void this.#more();
    if (this.#stale.size > 0) this.#refresh();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    if (this.#next === null || !this.#shown) return;
    this.#timer = setTimeout(() => void this.#more(), BACKGROUND_PAUSE_MS);
  }

  /** The row beside a case in the list, fetched where it is not here yet; from the first, where the case is not listed. */
  async beside(id: string, step: 1 | -1): Promise<QueueRow | null> {
    const at = this.indexOf(id);
    const wanted = at < 0 ? 0 : at + step;
    if (wanted >= this.rows.length) await this.#more();
    return this.rows[wanted] ?? null;
  }

  async #more(): Promise<void> {
    if (this.#fetching || this.#next === null || this.problem !== null) return;
    const asking = this.#asking;
    this.#fetching = true;
    try {
      const page = await this.#page(this.#next, PAGE_ROWS, { quiet: true, ...(asking ? { signal: asking.signal } : {}) });
      if (this.#asking === asking) this.#append(page);
    } catch {
      // Aborted by a newer question, or the server is away: the next sight of these rows asks again.
      return;
    } finally {
      this.#fetching = false;
    }
    if (this.#seen[1] + AHEAD_ROWS > this.rows.length) void this.#more();
    else if (!document.hidden) this.#soon();
  }

  /** Puts a newer state of a row in its place. */
  put(row: QueueRow): void {
    const index = this.#index.get(row.id);
    if (index === undefined) return;
    // Its place in the list is the reader's: the rank it was shown with stays until the list is read anew.
    this.rows = this.rows.with(index, { ...row, rank: this.rows[index]?.rank ?? row.rank });
    this.#stale.delete(row.id);
  }

  #changed(ids: string[]): void {
    for (const id of ids) if (this.#index.has(id)) this.#stale.add(id);
    if (this.#shown) this.#refresh();
    this.#countsOld = true;
    this.#countSoon();
  }

  /** Reads the sums again after cases were taken, given back or decided, also ones that are not among the rows here. */
  #countSoon(): void {
    if (this.#countTimer !== undefined || this.#key === null || !this.#shown || !this.#countsOld) return;
    this.#countTimer = setTimeout(() => {
      this.#countTimer = undefined;
      this.#countsOld = false;
      const asking = this.#asking;
      const put = (page: QueuePage): void => {
        if (this.#asking === asking) this.counts = page.counts;
      };
      // Without an answer now, the next change asks again.
      this.#page(null, 1, { quiet: true }).then(put, () => (this.#countsOld = true));
    }, COUNT_AFTER_MS);
  }

  /** Re-reads the changed rows that are on screen; the others when they come into sight. */
  #refresh(): void {
    if (this.#refreshTimer !== undefined) return;
    this.#refreshTimer = setTimeout(() => {
      this.#refreshTimer = undefined;
      const [first, last] = this.#seen;
      const near = [...this.#stale].filter((id) => {
        const index = this.indexOf(id);
        return index >= first && index <= last;
      });
      if (near.length > 0) void this.refresh(near.slice(0, PAGE_ROWS));
    }, REFRESH_GATHER_MS);
  }

  /** Re-reads these rows where they stand. By the queue and not by the case, for reading a case is a look that is recorded. */
  async refresh(ids: readonly string[]): Promise<void> {
    const filter = `id:${ids.join(',')}`;
    for (const id of ids) this.#stale.delete(id);
    try {
      const page = await api.get<QueuePage>('/queue', { query: { filter, limit: PAGE_ROWS }, quiet: true });
      for (const row of page.items) this.put(row);
    } catch {
      for (const id of ids) this.#stale.add(id);
    }
  }

  #ran(run: number): void {
    this.#runNewest = Math.max(this.#runNewest, run);
    this.#compareSoon();
  }

  /** The stream is open. After a cut, what happened meanwhile was not told: every row may be old. */
  #greeted(run: number | null, again: boolean): void {
    if (again) this.#changed([...this.#index.keys()]);
    if (run !== null) this.#ran(run);
  }

  /** A new run came: counts what differs among the first rows and says so, but moves nothing. */
  #compareSoon(): void {
    const nothingNew = this.#runNewest <= this.#run && this.problem === null;
    if (this.#compareTimer !== undefined || this.#key === null || nothingNew || !this.#shown) return;
    this.#compareTimer = setTimeout(() => {
      this.#compareTimer = undefined;
      void this.#compare();
    }, COMPARE_AFTER_MS);
  }

  async #compare(): Promise<void> {
    if (!this.#shown || this.problem !== null) {
      if (this.problem !== null && this.#shown) void this.reload();
      return;
    }
    const asking = this.#asking;
    try {
      const page = await this.#page(null, Math.min(PAGE_ROWS, Math.max(this.rows.length, FIRST_ROWS)), { quiet: true });
      if (this.#asking !== asking) return;
      const changed = page.items.filter((row) => differs(this.rows[this.indexOf(row.id)], row)).length;
      const count = Math.max(changed, Math.abs(page.total - this.total));
      this.counts = page.counts;
      this.#run = page.run;
      // Who has a case and what was found is shown where the row stands.
      for (const row of page.items) {
        const shown = this.rows[this.indexOf(row.id)];
        if (shown && shown.version !== row.version && !differs(shown, row)) this.put(row);
      }
      this.pending = count > 0 ? { count, atLeast: page.next !== null } : this.pending;
    } catch {
      // The next run asks again.
    }
  }
}

export const queue = new QueueStore();
