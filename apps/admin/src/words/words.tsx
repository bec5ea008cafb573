import { isLocale, localeFromHeader, type AdminCatalogue, type Locale, type StartCatalogue } from '@upstander/web-kit';
import { useEffect, useSyncExternalStore } from 'react';

/** The words on the screen: those to sign in with, and behind the sign-in those of every screen. */
type Loaded =
  { locale: Locale; words: StartCatalogue; whole: false } | { locale: Locale; words: AdminCatalogue; whole: true };

interface Words<Catalogue extends StartCatalogue> {
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

let current: Loaded | null = null;
const listeners = new Set<() => void>();

async function load(locale: Locale, whole: boolean): Promise<void> {
  if (whole) {
    const { words } = await (locale === 'es'
      ? import('@upstander/web-kit/admin-words/es')
      : import('@upstander/web-kit/admin-words/en'));
    current = { locale, words, whole };
  } else {
    const { words } = await (locale === 'es'
      ? import('@upstander/web-kit/start-words/es')
      : import('@upstander/web-kit/start-words/en'));
    // The router may have begun with a screen whose words are here by now: those hold these too.
    if (current?.whole) return;
    current = { locale, words, whole };
  }
  for (const heard of listeners) heard();
}

/** Loads the words to sign in with, in one language; the other one is never loaded unless somebody asks for it. */
export function loadStartWords(locale: Locale = startingLocale()): Promise<void> {
  return load(locale, false);
}

/** The page came in the language the browser asks for; whoever chose the other one on this device reads that. */
export function keepChosenLanguage(): void {
  const chosen = startingLocale();
  if (chosen !== loaded().locale) setLocale(chosen);
}

/** Loads the words of the screens behind the sign-in, once. */
export async function loadAllWords(): Promise<void> {
  if (!current?.whole) await load(current?.locale ?? startingLocale(), true);
}

function loaded(): Loaded {
  if (!current) throw new Error('No words are loaded yet.');
  return current;
}

// Where the other language cannot be loaded (no connection) the one on the screen stays.
const setLocale = (wanted: Locale) => void load(wanted, loaded().whole).catch(() => undefined);

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

/** The words of the screens behind the sign-in. */
export function useWords(): Words<AdminCatalogue> {
  const { locale, words, whole } = useSyncExternalStore(listen, loaded, loaded);
  if (!whole) throw new Error('Only the words to sign in with are loaded.');
  return { locale, words, t: words.admin, setLocale };
}

/** The words on the screen, for what is shown outside the React tree. */
export function currentWords(): StartCatalogue {
  return loaded().words;
}
