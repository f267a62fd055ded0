// What the server tells by itself: a new run, changed cases, the state of quarantine. One stream for the whole console.

export interface LiveEvents {
  hello: { run: number | null };
  run: { run: number; as_of: string; total: number };
  cases: string[];
  quarantine: { open: number };
}
type Handler<K extends keyof LiveEvents> = (data: LiveEvents[K]) => void;

const AGAIN_FIRST_MS = 1_000;
const AGAIN_MAX_MS = 10_000;

class Live {
  /** True while the stream is open: what is on screen is as fresh as the server's. */
  online = $state(false);
  #source: EventSource | null = null;
  #again_ms = AGAIN_FIRST_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #handlers = new Map<string, Set<(data: never) => void>>();
  #stopped = true;

  /** Listens to one kind of event; answers how to stop. */
  on<K extends keyof LiveEvents>(event: K, handler: Handler<K>): () => void {
    const set = this.#handlers.get(event) ?? new Set();
    set.add(handler as (data: never) => void);
    this.#handlers.set(event, set);
    return () => set.delete(handler as (data: never) => void);
  }

  /** Opens the stream; the shell does it after sign-in. */
  start(): void {
    if (!this.#stopped) return;
    this.#stopped = false;
    this.#open();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
    this.online = false;
  }

  #open(): void {
    const source = new EventSource('/api/v1/queue/events');
    this.#source = source;
    source.onopen = () => {
      this.online = true;
      this.#again_ms = AGAIN_FIRST_MS;
    };
    source.onerror = () => {
      this.online = false;
      if (source.readyState === EventSource.CLOSED) this.#later();
    };
    this.#pass(source, 'hello', (data) => data as LiveEvents['hello']);
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
      for (const handler of this.#handlers.get(event) ?? []) (handler as Handler<K>)(data);
    });
  }
}

export const live = new Live();
