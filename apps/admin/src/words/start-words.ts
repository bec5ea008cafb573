import { isLocale, localeFromHeader, type Locale, type StartCatalog } from '@upstander/web-kit';
import { useEffect, useSyncExternalStore } from 'react';

/** Messages of the sign-in page. The admin adds its own (`words.ts`). */
interface OnScreen {
  locale: Locale;
  words: StartCatalog;
}

export interface Words<Catalog extends StartCatalog> {
  locale: Locale;
  /** Full message catalog. Most components only need `t`. */
  words: Catalog;
  t: Catalog['admin'];
  setLocale: (locale: Locale) => void;
}

const storageKey = 'upstander.locale';

/** Returns the language last used on this device, or the browser's preference. */
function startingLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  return isLocale(stored) ? stored : localeFromHeader(navigator.languages.join(','));
}

// Two functions, because Vite preloads both imports of a conditional.
const startParts = {
  en: () => import('@upstander/web-kit/start-words/en'),
  es: () => import('@upstander/web-kit/start-words/es'),
};

async function startWords(locale: Locale): Promise<StartCatalog> {
  return (await startParts[locale]()).words;
}

let current: OnScreen | null = null;
let wordsOf = startWords;
const listeners = new Set<() => void>();

async function show(locale: Locale): Promise<void> {
  const from = wordsOf;
  const words = await from(locale);
  // A screen may have loaded its messages first; its catalog includes these.
  if (from !== wordsOf && current) return;
  current = { locale, words };
  for (const heard of listeners) heard();
}

/** Loads the sign-in messages of one language. The other is loaded only on request. */
export function loadStartWords(locale: Locale = startingLocale()): Promise<void> {
  return show(locale);
}

/** Extends the loader, so that changing the language also loads the messages of open screens. */
export function extendMessageLoader(load: typeof wordsOf): Promise<void> {
  wordsOf = load;
  return show(localeOfScreen());
}

/** Returns the current or upcoming language. */
export function localeOfScreen(): Locale {
  return current?.locale ?? startingLocale();
}

/** Switches to the language chosen on this device if the server sent another. */
export function keepChosenLanguage(): void {
  const chosen = startingLocale();
  if (chosen !== loaded().locale) setLocale(chosen);
}

function loaded(): OnScreen {
  if (!current) throw new Error('No words are loaded yet.');
  return current;
}

// If the other language can't be loaded (no network), the current one stays.
const setLocale = (wanted: Locale) => void show(wanted).catch(() => undefined);

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/** Sets the language of the document and stores it for the next visit. */
export function useLanguageOfPage(): void {
  const { locale } = useSyncExternalStore(listen, loaded, loaded);
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(storageKey, locale);
  }, [locale]);
}

/** Returns the messages that are available before sign-in. */
export function useStartWords(): Words<StartCatalog> {
  const { locale, words } = useSyncExternalStore(listen, loaded, loaded);
  return { locale, words, t: words.admin, setLocale };
}

/** Returns the current messages, for use outside React. */
export function currentWords(): StartCatalog {
  return loaded().words;
}
