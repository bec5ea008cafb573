import { isLocale, localeFromHeader, type AdminCatalogue, type Locale } from '@upstander/web-kit';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Words {
  locale: Locale;
  /** The whole catalogue; screens mostly need `t`. */
  words: AdminCatalogue;
  t: AdminCatalogue['admin'];
  setLocale: (locale: Locale) => void;
}

interface Loaded {
  locale: Locale;
  words: AdminCatalogue;
}

const Context = createContext<Words | null>(null);
const storageKey = 'upstander.locale';

/** The language chosen last on this device, else the best one the browser asks for. */
export function startingLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  return isLocale(stored) ? stored : localeFromHeader(navigator.languages.join(','));
}

let current: Loaded | null = null;

/** Loads the words of one language; the other one is never loaded unless somebody asks for it. */
export async function loadWords(locale: Locale): Promise<Loaded> {
  const { words } = await (locale === 'es'
    ? import('@upstander/web-kit/admin-words/es')
    : import('@upstander/web-kit/admin-words/en'));
  current = { locale, words };
  return current;
}

/** The words on the screen, for what is shown outside the React tree. */
export function currentWords(): AdminCatalogue {
  if (!current) throw new Error('No words are loaded yet.');
  return current.words;
}

export function WordsProvider({ first, children }: { first: Loaded; children: ReactNode }) {
  const [{ locale, words }, setLoaded] = useState(first);

  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(storageKey, locale);
  }, [locale]);

  const value = useMemo(() => {
    // Where the other language cannot be loaded (no connection) the one on the screen stays.
    const setLocale = (wanted: Locale) => void loadWords(wanted).then(setLoaded, () => undefined);
    return { locale, words, t: words.admin, setLocale };
  }, [locale, words]);
  return <Context value={value}>{children}</Context>;
}

export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
