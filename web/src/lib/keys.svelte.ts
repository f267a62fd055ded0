// Single-key shortcuts: registered by whoever shows the thing they act on, listed on the sheet behind `?`.
import { untrack } from 'svelte';
import { session } from './session.svelte';

export interface Shortcut {
  /** One key ('a', '?', 'Enter', 'ArrowDown') or a sequence with a space between ('g q'). */
  keys: string;
  /** Key of the words that say what it does. */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Whether it applies now. */
  when?: () => boolean;
  /** Another key for the same act is not listed twice. */
  hidden?: boolean;
}

/** How long the first key of a sequence waits for the second. */
const SEQUENCE_MS = 1_200;

function typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The key as on a Latin keyboard: an officer with an Arabic layout presses the same place. */
export function latinKey(event: KeyboardEvent): string {
  if (event.key === '؟') return '?';
  if (event.key.length === 1 && event.key.charCodeAt(0) > 127) {
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    if (letter) return letter.toLowerCase();
    if (event.code === 'Slash') return event.shiftKey ? '?' : '/';
  }
  return event.key;
}

/** Enter and Space belong to the control that has the focus. */
function belongsToControl(key: string, target: EventTarget | null): boolean {
  if (key !== 'Enter' && key !== ' ') return false;
  return target instanceof HTMLElement && target.closest('a[href], button, summary, input, [role="option"]') !== null;
}

class Shortcuts {
  groups = $state.raw<{ name: string; list: Shortcut[] }[]>([]);
  #first = '';
  #firstAt = 0;

  /** Adds a group of shortcuts; answers how to remove it, so that `$effect(() => shortcuts.register(…))` cleans up. */
  register(name: string, list: Shortcut[]): () => void {
    const group = { name, list };
    // The latest group wins: a dialog's keys stand before the screen's beneath it.
    // Untracked: an effect that registers must not run again because of its own registration.
    this.groups = [group, ...untrack(() => this.groups)];
    return () => {
      this.groups = untrack(() => this.groups).filter((other) => other !== group);
    };
  }

  handle(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (session.value && !session.value.preferences.shortcuts) return;
    if (typing(event.target) || document.querySelector('dialog:modal')) return;
    const key = latinKey(event);
    if (key === 'Shift' || belongsToControl(key, event.target)) return;
    const first = Date.now() - this.#firstAt < SEQUENCE_MS ? this.#first : '';
    this.#first = '';
    const all = this.groups.flatMap((group) => group.list).filter((shortcut) => shortcut.when?.() ?? true);
    const found = (first && all.find((one) => one.keys === `${first} ${key}`)) || all.find((one) => one.keys === key);
    if (found) {
      event.preventDefault();
      found.run(event);
    } else if (all.some((one) => one.keys.startsWith(`${key} `))) {
      this.#first = key;
      this.#firstAt = Date.now();
    }
  }
}

export const shortcuts = new Shortcuts();
addEventListener('keydown', (event) => shortcuts.handle(event));
