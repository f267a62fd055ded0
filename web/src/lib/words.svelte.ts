// Words in the reader's language. Catalogues are Fluent files, one a screen and language, fetched when first needed;
// the catalogue shared with the command line (lanes, units) is loaded beside them.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type Language = 'en' | 'fr' | 'es' | 'ar';
export const LANGUAGES: readonly Language[] = ['en', 'fr', 'es', 'ar'];
/** Each language's name in itself, as a reader looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' };

type Loader = () => Promise<string>;
const consoleFiles = import.meta.glob<string>('../words/*/*.ftl', { query: '?raw', import: 'default' });
const sharedFiles = import.meta.glob<string>('../../../crates/server/locales/*.ftl', { query: '?raw', import: 'default' });
const ALWAYS = ['common'];

let language = $state<Language>('en');
/** Counts what was loaded, so that words on screen appear when their catalogue arrives. */
let loads = $state(0);
const bundles = new Map<Language, FluentBundle>();
const loaded = new Map<string, Promise<void>>();
const wanted = new Set<string>(ALWAYS);

/** The BCP 47 tag for Intl: Arabic with Latin digits, as codes and numbers stand beside each other. */
export function locale(of: Language = language): string {
  return of === 'ar' ? 'ar-u-nu-latn' : of === 'en' ? 'en-GB' : of;
}

function bundleOf(of: Language): FluentBundle {
  let bundle = bundles.get(of);
  if (!bundle) {
    bundle = new FluentBundle(locale(of));
    bundles.set(of, bundle);
  }
  return bundle;
}

function load(of: Language, name: string, loader: Loader | undefined): Promise<void> {
  const key = `${of}/${name}`;
  let promise = loaded.get(key);
  if (!promise) {
    promise = loader
      ? loader().then((text) => {
          // The console's own words win over the command line's of the same key, whichever arrive first.
          bundleOf(of).addResource(new FluentResource(text), { allowOverrides: name !== 'shared' });
          loads += 1;
        })
      : Promise.resolve();
    // A catalogue that could not be fetched is asked for again the next time.
    promise = promise.catch((error: unknown) => {
      loaded.delete(key);
      throw error;
    });
    loaded.set(key, promise);
  }
  return promise;
}

function loadAll(of: Language): Promise<unknown> {
  const shared = sharedFiles[`../../../crates/server/locales/${of}.ftl`] ?? sharedFiles['../../../crates/server/locales/en.ftl'];
  return Promise.all([
    load(of, 'shared', shared),
    ...[...wanted].map((name) => load(of, name, consoleFiles[`../words/${of}/${name}.ftl`])),
  ]);
}

/** Makes a screen's words ready in the present language; the router calls it with the screen. */
export async function loadWords(screen: string): Promise<void> {
  wanted.add(screen);
  await load(language, screen, consoleFiles[`../words/${language}/${screen}.ftl`]);
}

/** Switches the language of the whole console, once its words are there. */
export async function setLanguage(next: Language): Promise<void> {
  await loadAll(next);
  language = next;
  document.documentElement.lang = next;
  document.documentElement.dir = dir();
}

/** The language of the browser if we have it, else English: for the screens before sign-in. */
export function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const found = LANGUAGES.find((known) => tag.toLowerCase().split('-')[0] === known);
    if (found) return found;
  }
  return 'en';
}

export function lang(): Language {
  return language;
}

export function dir(): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The words for a key, with its variables. An unknown key shows itself; the check of words keeps that from happening. */
export function t(key: string, variables?: Record<string, FluentVariable>): string {
  void loads;
  const bundle = bundleOf(language);
  const message = bundle.getMessage(key);
  if (!message?.value) return key;
  const errors: Error[] = [];
  return bundle.formatPattern(message.value, variables ?? null, errors);
}
