// What the server tells by itself: a new run, changed cases, the state of quarantine. One stream for all windows of a
// browser: it opens six connections to one host, and a stream holds one of them for good. The window that has the lock
// listens and tells the others; when it closes, another one takes over.

export interface LiveEvents {
  /** `again`: news may have been missed since the last one. */
  hello: { run: number | null; again: boolean };
  run: { run: number; as_of: string; total: number };
  cases: string[];
  quarantine: { open: number };
}
type Handler<K extends keyof LiveEvents> = (data: LiveEvents[K]) => void;

const AGAIN_FIRST_MS = 1_000;
const AGAIN_MAX_MS = 10_000;
const SHARED = 'tidewaiter-live';

/** What windows of one browser tell each other. */
type Told =
  | { kind: 'event'; event: keyof LiveEvents; data: unknown }
  | { kind: 'online'; online: boolean }
  | { kind: 'ask' };

class Live {
  /** True while the stream is open: what is on screen is as fresh as the server's. */
  online = $state(false);
  #source: EventSource | null = null;
  #again_ms = AGAIN_FIRST_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #handlers = new Map<string, Set<(data: never) => void>>();
  #stopped = true;
  #others: BroadcastChannel | null = null;
  #turn: AbortController | null = null;
  #endTurn: (() => void) | null = null;
  /** Whether news has reached this window already, by itself or through another one. */
  #heard = false;

  /** Listens to one kind of event; answers how to stop. */
  on<K extends keyof LiveEvents>(event: K, handler: Handler<K>): () => void {
    const set = this.#handlers.get(event) ?? new Set();
    set.add(handler as (data: never) => void);
    this.#handlers.set(event, set);
    return () => set.delete(handler as (data: never) => void);
  }

  /** Begins to listen, itself or through another window; the shell does it after sign-in. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    // Without a secure context there are no locks: each window then has a stream of its own.
    if (!('locks' in navigator)) {
      this.#open();
      return;
    }
    this.#others = new BroadcastChannel(SHARED);
    this.#others.onmessage = (message: MessageEvent<Told>) => this.#hear(message.data);
    this.#tell({ kind: 'ask' });
    this.#turn = new AbortController();
    const turn = (): Promise<void> =>
      new Promise((end) => {
        this.#endTurn = end;
        this.#open();
      });
    navigator.locks.request(SHARED, { signal: this.#turn.signal }, turn).catch(() => undefined);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.#turn?.abort();
    this.#endTurn?.();
    this.#endTurn = null;
    this.#others?.close();
    this.#others = null;
    this.#heard = false;
    this.online = false;
  }

  #tell(told: Told): void {
    this.#others?.postMessage(told);
  }

  #hear(told: Told): void {
    if (told.kind === 'event') this.#dispatch(told.event, told.data as never);
    else if (told.kind === 'online') {
      this.online = told.online;
      this.#heard ||= told.online;
    }
    else if (this.#source) this.#tell({ kind: 'online', online: this.online });
  }

  #isOnline(online: boolean): void {
    this.online = online;
    this.#tell({ kind: 'online', online });
  }

  #open(): void {
    if (this.#stopped) return;
    const source = new EventSource('/api/v1/queue/events');
    this.#source = source;
    source.onopen = () => {
      this.#isOnline(true);
      this.#again_ms = AGAIN_FIRST_MS;
    };
    source.onerror = () => {
      this.#isOnline(false);
      if (source.readyState === EventSource.CLOSED) this.#later();
    };
    this.#pass(source, 'hello', (data) => ({ ...(data as LiveEvents['hello']), again: false }));
    this.#pass(source, 'run', (data) => data as LiveEvents['run']);
    this.#pass(source, 'cases', (data) => (data as { ids: string[] }).ids);
    this.#pass(source, 'quarantine', (data) => data as LiveEvents['quarantine']);
  }

  /** The browser reconnects by itself after a cut, but not after a refusal. */
  #later(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => this.#open(), this.#again_ms);
    this.#again_ms = Math.min(this.#again_ms * 2, AGAIN_MAX_MS);
  }

  #pass<K extends keyof LiveEvents>(source: EventSource, event: K, read: (data: unknown) => LiveEvents[K]): void {
    source.addEventListener(event, (message: MessageEvent<string>) => {
      let data: LiveEvents[K];
      try {
        data = read(JSON.parse(message.data));
      } catch {
        return;
      }
      this.#dispatch(event, data);
      this.#tell({ kind: 'event', event, data });
    });
  }

  #dispatch<K extends keyof LiveEvents>(event: K, data: LiveEvents[K]): void {
    if (event === 'hello') {
      (data as LiveEvents['hello']).again = this.#heard;
      this.#heard = true;
    }
    for (const handler of this.#handlers.get(event) ?? []) (handler as Handler<K>)(data);
  }
}

export const live = new Live();
