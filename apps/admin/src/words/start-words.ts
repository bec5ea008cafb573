import { isLocale, localeFromHeader, type Locale, type StartCatalog } from '@upstander/web-kit';
import { useEffect, useSyncExternalStore } from 'react';

interface DisplayedLocale {
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

let current: DisplayedLocale | null = null;
let wordsOf = startWords;
const listeners = new Set<() => void>();

async function show(locale: Locale): Promise<void> {
  const wordSource = wordsOf;
  const words = await wordSource(locale);
  // A screen may have loaded its messages first; its catalog includes these.
  if (wordSource !== wordsOf && current) return;
  current = { locale, words };
  for (const listener of listeners) listener();
}

/** The other language is loaded only on request. */
export function loadStartWords(locale: Locale = startingLocale()): Promise<void> {
  return show(locale);
}

/** Lets a change of language also load the messages of open screens. */
export function extendMessageLoader(load: typeof wordsOf): Promise<void> {
  wordsOf = load;
  return show(localeOfScreen());
}

/** The current or upcoming language. */
export function localeOfScreen(): Locale {
  return current?.locale ?? startingLocale();
}

/** Switches to the language chosen on this device if the server sent another. */
export function persistChosenLanguage(): void {
  const startLocale = startingLocale();
  if (startLocale !== initialState().locale) setLocale(startLocale);
}

function initialState(): DisplayedLocale {
  if (!current) throw new Error('No words are loaded yet.');
  return current;
}

// If the other language can't be loaded (no network), the current one stays.
const setLocale = (locale: Locale) => void show(locale).catch(() => undefined);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguageOfPage(): void {
  const { locale } = useSyncExternalStore(subscribe, initialState, initialState);
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(storageKey, locale);
  }, [locale]);
}

export function useStartWords(): Words<StartCatalog> {
  const { locale, words } = useSyncExternalStore(subscribe, initialState, initialState);
  return { locale, words, t: words.admin, setLocale };
}

/** For use outside React. */
export function currentWords(): StartCatalog {
  return initialState().words;
}
