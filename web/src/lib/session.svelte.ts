// Who is signed in, what they may do, and what time it is for the data.
import { api, ApiProblem, onSignInNeeded } from '../api/client';
import type { Permission, Preferences, Session } from '../api/types';
import { dropAllDrafts } from './drafts';
import { browserLanguage, LANGUAGES, setLanguage, type Language } from './words.svelte';

/** The last look of this browser, so that the first paint is already right. Holds no name and no data. */
const LOOK_KEPT = 'tidewaiter-look';
type Look = Pick<Preferences, 'theme' | 'density' | 'language'>;

class SessionState {
  value = $state<Session | null>(null);
  /** True while the sign-in dialog lies over the screen because the session ended. */
  expired = $state(false);
  /** The server's clock minus this machine's, so that “in 3 hours” is right on a machine whose clock is wrong. */
  #skew_ms = 0;
  #waiting: (() => void)[] = [];
  /** Counts minutes, so that “in 5 minutes” on screen grows old with the clock. */
  #minute = $state(0);

  constructor() {
    setInterval(() => (this.#minute += 1), 60_000);
  }

  /** Makes words and look ready and asks who is signed in. */
  async start(): Promise<void> {
    const look = keptLook();
    applyLook(look);
    await Promise.all([setLanguage(look.language), this.load()]);
    if (this.value) await setLanguage(this.value.preferences.language);
  }

  async load(): Promise<Session | null> {
    try {
      await this.accept(await api.get<Session>('/session'));
    } catch (error) {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error;
      this.value = null;
    }
    return this.value;
  }

  /** Another tab may have signed in somebody else: this tab must not go on in the first person's name. */
  async verify(): Promise<void> {
    if (!this.value || this.expired) return;
    try {
      const now = await api.get<Session>('/session');
      if (now.person.login !== this.value.person.login) await this.accept(now);
    } catch {
      // Signed out or away: the next call says so, and keeps what is typed.
    }
  }

  /** Takes over a session that the server has just given. */
  async accept(session: Session): Promise<void> {
    if (this.value && this.value.person.login !== session.person.login) {
      // Somebody else sat down: what the first person had under way must not be sent in the second one's name.
      dropAllDrafts();
      location.assign('/queue');
      return;
    }
    this.#skew_ms = Date.parse(session.now) - Date.now();
    await setLanguage(session.preferences.language);
    applyLook(session.preferences);
    this.value = session;
    this.expired = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resume of waiting) resume();
  }

  /** Asks for a new sign-in over the present screen; resolves once it has happened. */
  ask(): Promise<void> {
    this.expired = true;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async signOut(): Promise<void> {
    await api.delete('/session');
    this.value = null;
  }

  /** The time of the data's world: fixed in the demo, else the server's clock. */
  now(): Date {
    void this.#minute;
    const fixed = this.value?.world_time;
    return fixed ? new Date(fixed) : new Date(Date.now() + this.#skew_ms);
  }

  async savePreferences(changed: Partial<Preferences>): Promise<void> {
    if (!this.value) return;
    const preferences = await api.put<Preferences>('/session/preferences', { ...this.value.preferences, ...changed });
    await setLanguage(preferences.language);
    applyLook(preferences);
    this.value.preferences = preferences;
  }
}

function keptLook(): Look {
  const usual: Look = { theme: 'system', density: 'compact', language: browserLanguage() };
  try {
    const kept = JSON.parse(localStorage.getItem(LOOK_KEPT) ?? '{}') as Partial<Look>;
    const language = LANGUAGES.find((known: Language) => known === kept.language) ?? usual.language;
    return { ...usual, ...kept, language };
  } catch {
    return usual;
  }
}

/** Theme and density are attributes of the root element, which the style sheets read. */
function applyLook(look: Look): void {
  const root = document.documentElement;
  const dark = look.theme === 'dark' || (look.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.dataset.density = look.density;
  try {
    localStorage.setItem(LOOK_KEPT, JSON.stringify({ theme: look.theme, density: look.density, language: look.language }));
  } catch {
    // Storage may be forbidden: the next start begins light.
  }
}

export const session = new SessionState();
onSignInNeeded(() => session.ask());

// A reader whose machine turns dark in the evening should not have to reload.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  if (session.value) applyLook(session.value.preferences);
});

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void session.verify();
});

/** True when the signed-in person has the right. */
export function can(permission: Permission): boolean {
  return session.value?.permissions.includes(permission) ?? false;
}
