// What the forms of this screen share: own faults are said once somebody tried to send, and one sending goes on at a time.
import { fieldErrors } from '../../lib/what-failed';

/** What is wrong with each field, as far as it can be told without the server. */
type Faults = Record<string, string | null>;

export class Form {
  working = $state(false);
  problem = $state.raw<unknown>(null);
  #tried = $state(false);
  #refused = $derived(fieldErrors(this.problem));

  /** What to say at a field. */
  fault(field: string, own: Faults): string | null {
    return (this.#tried ? own[field] : null) ?? this.#refused[field] ?? null;
  }

  /** Does `act` unless a field is wrong or it is being done; what it throws stands in `problem`. */
  async send(event: Event, own: Faults, act: () => Promise<void>): Promise<void> {
    event.preventDefault();
    this.#tried = true;
    if (this.working || Object.values(own).some((fault) => fault !== null)) return;
    this.working = true;
    this.problem = null;
    try {
      await act();
    } catch (error) {
      this.problem = error;
    } finally {
      this.working = false;
    }
  }
}
