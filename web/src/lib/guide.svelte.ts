// The first visit of the demo: four steps from the queue to the finding, in the flow of the page, never again after it.
import { session } from './session.svelte';

export type GuideStep = 'queue' | 'take' | 'evidence' | 'finding';
export const GUIDE_STEPS: readonly GuideStep[] = ['queue', 'take', 'evidence', 'finding'];
const KEPT = 'tidewaiter-guide-step';

class Guide {
  /** The step to show now; null when there is no guide. */
  step = $state<GuideStep | null>(null);

  /** Called once after sign-in. */
  begin(): void {
    if (!session.value?.demo || session.value.preferences.guide_done) return;
    const kept = sessionStorage.getItem(KEPT) as GuideStep | null;
    this.step = kept && GUIDE_STEPS.includes(kept) ? kept : 'queue';
  }

  is(step: GuideStep): boolean {
    return this.step === step;
  }

  /** Number of the present step, from 1. */
  get number(): number {
    return this.step ? GUIDE_STEPS.indexOf(this.step) + 1 : 0;
  }

  /** Goes on when the reader did what `from` asks for; elsewhere it changes nothing. */
  done(from: GuideStep): void {
    if (this.step !== from) return;
    const next = GUIDE_STEPS[GUIDE_STEPS.indexOf(from) + 1];
    if (!next) {
      this.skip();
      return;
    }
    this.step = next;
    sessionStorage.setItem(KEPT, next);
  }

  /** Goes forward to a step that the reader reached in another way, never back. */
  reach(step: GuideStep): void {
    if (!this.step || GUIDE_STEPS.indexOf(step) <= GUIDE_STEPS.indexOf(this.step)) return;
    this.step = step;
    sessionStorage.setItem(KEPT, step);
  }

  /** Ends the guide for good. */
  skip(): void {
    this.step = null;
    sessionStorage.removeItem(KEPT);
    void session.savePreferences({ guide_done: true }).catch(() => undefined);
  }
}

export const guide = new Guide();
