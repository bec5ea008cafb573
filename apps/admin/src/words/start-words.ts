import { isLocale, localeFromHeader, type Locale, type StartCatalogue } from '@upstander/web-kit';
import { useEffect, useSyncExternalStore } from 'react';

/** The words on the screen: those to sign in with, which the screens behind bring more to (`words.ts`). */
interface OnScreen {
  locale: Locale;
  words: StartCatalogue;
}

export interface Words<Catalogue extends StartCatalogue> {
  locale: Locale;
  /** The whole catalogue; screens mostly need `t`. */
  words: Catalogue;
  t: Catalogue['admin'];
  setLocale: (locale: Locale) => void;
}

const storageKey = 'upstander.locale';

/** The language chosen last on this device, else the best one the browser asks for. */
function startingLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  return isLocale(stored) ? stored : localeFromHeader(navigator.languages.join(','));
}

// Two functions: what a choice between two imports needs, Vite fetches of both.
const startParts = {
  en: () => import('@upstander/web-kit/start-words/en'),
  es: () => import('@upstander/web-kit/start-words/es'),
};

async function startWords(locale: Locale): Promise<StartCatalogue> {
  return (await startParts[locale]()).words;
}

let current: OnScreen | null = null;
let wordsOf = startWords;
const listeners = new Set<() => void>();

async function show(locale: Locale): Promise<void> {
  const from = wordsOf;
  const words = await from(locale);
  // The router may have begun with a screen whose words are here by now: those hold these too.
  if (from !== wordsOf && current) return;
  current = { locale, words };
  for (const heard of listeners) heard();
}

/** Loads the words to sign in with, in one language; the other one is never loaded unless somebody asks for it. */
export function loadStartWords(locale: Locale = startingLocale()): Promise<void> {
  return show(locale);
}

/** From now on a language is loaded with what the screens behind say. */
export function bringWords(load: typeof wordsOf): Promise<void> {
  wordsOf = load;
  return show(localeOfScreen());
}

/** The language on the screen, or the one that will be. */
export function localeOfScreen(): Locale {
  return current?.locale ?? startingLocale();
}

/** The page came in the language the browser asks for; whoever chose the other one on this device reads that. */
export function keepChosenLanguage(): void {
  const chosen = startingLocale();
  if (chosen !== loaded().locale) setLocale(chosen);
}

function loaded(): OnScreen {
  if (!current) throw new Error('No words are loaded yet.');
  return current;
}

// Where the other language cannot be loaded (no connection) the one on the screen stays.
const setLocale = (wanted: Locale) => void show(wanted).catch(() => undefined);

function listen(heard: () => void): () => void {
  listeners.add(heard);
  return () => listeners.delete(heard);
}

/** Says in the page, and to the next visit, which language is on the screen. */
export function useLanguageOfPage(): void {
  const { locale } = useSyncExternalStore(listen, loaded, loaded);
  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(storageKey, locale);
  }, [locale]);
}

/** The words of what also stands before the sign-in. */
export function useStartWords(): Words<StartCatalogue> {
  const { locale, words } = useSyncExternalStore(listen, loaded, loaded);
  return { locale, words, t: words.admin, setLocale };
}

/** The words on the screen, for what is shown outside the React tree. */
export function currentWords(): StartCatalogue {
  return loaded().words;
}
