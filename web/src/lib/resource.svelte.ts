// What a screen reads from the server: the value, whether it is on its way, and what went wrong.
import { untrack } from 'svelte';

/**
 * Reads anew whenever what `source` gives changes; an older answer never overwrites a newer one.
 * `source` gives `null` when there is nothing to ask for, such as without the right to.
 * Make one while a component is set up: it lives as long as the component does.
 */
export class Resource<S, T> {
  value = $state.raw<T | null>(null);
  /** What was thrown: an `ApiProblem`, an `ApiOffline`, or a fault of ours. */
  problem = $state.raw<unknown>(null);
  loading = $state(true);
  #turn = $state(0);

  constructor(source: () => S | null, read: (source: S, signal: AbortSignal) => Promise<T>) {
    $effect(() => {
      void this.#turn;
      const wanted = source();
      const stop = new AbortController();
      untrack(() => {
        if (wanted === null) this.loading = false;
        else void this.#fill(read(wanted, stop.signal), stop.signal);
      });
      return () => stop.abort();
    });
  }

  async #fill(answer: Promise<T>, signal: AbortSignal): Promise<void> {
    this.loading = true;
    try {
      const value = await answer;
      if (signal.aborted) return;
      this.value = value;
      this.problem = null;
    } catch (error) {
      if (signal.aborted) return;
      this.problem = error;
    }
    this.loading = false;
  }

  /** Asks once more; the value stays on the screen meanwhile. */
  reload = (): void => {
    this.#turn += 1;
  };
}
