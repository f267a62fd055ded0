// Whether the server answers. One probe asks for all waiting calls, so that a restarted server is not met by a stampede.

const PROBE_FIRST_MS = 500;
const PROBE_MAX_MS = 5_000;

class Connection {
  /** True while the server does not answer. */
  down = $state(false);
  #waiting = new Set<() => void>();
  #onBack = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A call failed to reach the server: starts the probe. */
  lost(): void {
    if (this.down) return;
    this.down = true;
    this.#probe(PROBE_FIRST_MS);
  }

  /** Any answer, even a refusal, shows that the server is there. */
  answered(): void {
    if (!this.down) return;
    this.down = false;
    clearTimeout(this.#timer);
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resume of waiting) resume();
    for (const run of this.#onBack) run();
  }

  /** Resolves when the server answers again; rejects when the signal is aborted. */
  whenBack(signal?: AbortSignal): Promise<void> {
    if (!this.down) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.#waiting.add(resolve);
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(resolve);
        reject(new DOMException('aborted', 'AbortError'));
      }, { once: true });
    });
  }

  /** Runs each time the server comes back; answers how to stop. */
  onBack(run: () => void): () => void {
    this.#onBack.add(run);
    return () => this.#onBack.delete(run);
  }

  #probe(wait_ms: number): void {
    this.#timer = setTimeout(async () => {
      try {
        const response = await fetch('/api/v1/health', { cache: 'no-store' });
        if (response.status < 500 || (response.headers.get('content-type') ?? '').includes('json')) {
          this.answered();
          return;
        }
      } catch {
        // Still away.
      }
      if (this.down) this.#probe(Math.min(wait_ms * 2, PROBE_MAX_MS));
    }, wait_ms);
  }
}

export const connection = new Connection();
