// Playing the time. Whoever asked for less motion gets still pictures, one a second.
import type { MapState } from './state.svelte';

/** The whole span plays in this many seconds. */
const SPAN_SECONDS = 30;
const STILL_EVERY_MS = 1_000;

export class Player {
  readonly #map: () => MapState;

  constructor(map: () => MapState) {
    this.#map = map;
  }

  /** Plays on from the present time, or from the start when that is the end. Answers how to stop. */
  start(): () => void {
    const map = this.#map();
    if (map.time >= map.to) map.goTo(map.from);
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? this.#stills() : this.#motion();
  }

  #stills(): () => void {
    const timer = setInterval(() => this.#advance(STILL_EVERY_MS), STILL_EVERY_MS);
    return () => clearInterval(timer);
  }

  #motion(): () => void {
    let before = performance.now();
    let frame = 0;
    const next = (now: number): void => {
      this.#advance(now - before);
      before = now;
      frame = requestAnimationFrame(next);
    };
    frame = requestAnimationFrame(next);
    return () => cancelAnimationFrame(frame);
  }

  #advance(passed_ms: number): void {
    const map = this.#map();
    map.goTo(map.time + ((map.to - map.from) * passed_ms) / 1000 / SPAN_SECONDS);
    if (map.time >= map.to) map.playing = false;
  }
}
