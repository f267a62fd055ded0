// Short messages at the edge of the screen, and the one question “are you sure”.

export interface ToastOptions {
  text: string;
  kind?: 'done' | 'problem' | 'note';
  action?: { label: string; run: () => void; key?: string };
  /** How long it stays; a problem stays until it is closed. */
  seconds?: number;
}
export interface Toast extends ToastOptions {
  id: number;
  kind: 'done' | 'problem' | 'note';
  /** When it goes, in ms since 1970; null when it stays. */
  until: number | null;
}
export interface Question {
  title: string;
  text: string;
  confirm: string;
  kind: 'primary' | 'danger';
  answer: (yes: boolean) => void;
}

const SECONDS_USUAL = 6;
const TOASTS_MAX = 4;

class Toasts {
  list = $state<Toast[]>([]);
  question = $state.raw<Question | null>(null);
  #next = 1;

  add(options: ToastOptions): number {
    const kind = options.kind ?? 'note';
    const seconds = options.seconds ?? (kind === 'problem' ? null : SECONDS_USUAL);
    const id = this.#next++;
    this.list = [...this.list, { ...options, id, kind, until: seconds === null ? null : Date.now() + seconds * 1_000 }].slice(-TOASTS_MAX);
    if (seconds !== null) setTimeout(() => this.close(id), seconds * 1_000);
    return id;
  }

  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  /** The newest message that still offers an act, for the key `u`. */
  get undoable(): Toast | undefined {
    return this.list.findLast((toast) => toast.action !== undefined);
  }
}

export const toasts = new Toasts();

/** Shows a message; answers its number, with which `toasts.close` takes it away. */
export function toast(options: ToastOptions): number {
  return toasts.add(options);
}

/** Asks before something that cannot be undone. */
export function confirmAction(question: { title: string; text: string; confirm: string; kind?: 'primary' | 'danger' }): Promise<boolean> {
  return new Promise((resolve) => {
    toasts.question = {
      ...question,
      kind: question.kind ?? 'danger',
      answer: (yes) => {
        toasts.question = null;
        resolve(yes);
      },
    };
  });
}
