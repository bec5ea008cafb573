import { catalogueOf, isLocale, localeFromHeader, type Catalogue, type Locale } from '@upstander/web-kit';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';

interface Words {
  locale: Locale;
  /** The whole catalogue; screens mostly need `t`. */
  words: Catalogue;
  t: Catalogue['admin'];
  setLocale: (locale: Locale) => void;
}

const Context = createContext<Words | null>(null);
const storageKey = 'upstander.locale';

/** The language chosen last on this device, else the best one the browser asks for. */
export function startingLocale(): Locale {
  const stored = localStorage.getItem(storageKey);
  return isLocale(stored) ? stored : localeFromHeader(navigator.languages.join(','));
}

export function WordsProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(startingLocale);

  useEffect(() => {
    document.documentElement.lang = locale;
    localStorage.setItem(storageKey, locale);
  }, [locale]);

  const value = useMemo(() => {
    const words = catalogueOf(locale);
    return { locale, words, t: words.admin, setLocale };
  }, [locale]);
  return <Context value={value}>{children}</Context>;
}

export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
