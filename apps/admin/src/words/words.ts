import type { AdminArea, AdminCatalogue, Locale, ShellCatalogue } from '@upstander/web-kit';
import { adminAreas } from '@upstander/web-kit/admin-areas';
import { use } from 'react';
import { bringWords, localeOfScreen, useStartWords, type Words } from './start-words';

/** What the screens opened so far say, by language: it only grows. */
const texts: Record<Locale, Partial<AdminCatalogue['admin']>> = { en: {}, es: {} };
const coming: Record<Locale, Map<AdminArea, Promise<void>>> = { en: new Map(), es: new Map() };
let begun: Promise<void> | null = null;

const shellParts = {
  en: () => import('@upstander/web-kit/admin-words/en'),
  es: () => import('@upstander/web-kit/admin-words/es'),
};

async function shellWords(locale: Locale): Promise<ShellCatalogue> {
  const { words } = await shellParts[locale]();
  return { ...words, admin: Object.assign(texts[locale], words.admin) };
}

function areaWords(locale: Locale, area: AdminArea): Promise<void> {
  const known = coming[locale].get(area);
  if (known) return known;
  const loading = adminAreas[locale][area]().then(
    (its) => void Object.assign(texts[locale], its),
    (error: unknown) => {
      // Without a connection; the next one who asks tries again.
      coming[locale].delete(area);
      throw error;
    },
  );
  coming[locale].set(area, loading);
  return loading;
}

const together: Record<Locale, Map<string, Promise<void>>> = { en: new Map(), es: new Map() };

/**
 * The words of several areas as one promise, the same whenever it is asked for: React takes what a component waits for by its
 * place in the order, and while one area is there before another that order changes.
 */
function wordsOf(locale: Locale, areas: readonly AdminArea[]): Promise<void> {
  const key = areas.join(' ');
  const known = together[locale].get(key);
  if (known) return known;
  const forget = () => void together[locale].delete(key);
  const loading = Promise.all(areas.map((area) => areaWords(locale, area))).then(forget, (error: unknown) => {
    forget();
    throw error;
  });
  together[locale].set(key, loading);
  return loading;
}

/** A language as whoever changes it needs it: with all that may be on the screen. */
async function languageOfScreens(locale: Locale): Promise<ShellCatalogue> {
  const open = [...coming[localeOfScreen()].keys()].map((area) => areaWords(locale, area));
  const [words] = await Promise.all([shellWords(locale), ...open]);
  return words;
}

/** Loads the words of a screen's areas, in the language on the screen, and once what all screens say. */
export async function loadWords(...areas: readonly AdminArea[]): Promise<void> {
  begun ??= bringWords(languageOfScreens).catch((error: unknown) => {
    begun = null;
    throw error;
  });
  await Promise.all([begun, ...areas.map((area) => areaWords(localeOfScreen(), area))]);
}

/**
 * The words of the screens behind the sign-in: those of every screen, and those of the areas that are named. A screen loads
 * the words of its areas with itself (`screen`); what is named nowhere there is waited for here.
 */
export function useWords<Area extends AdminArea = never>(...areas: readonly Area[]): Words<AdminCatalogue<Area>> {
  const { locale, words, setLocale } = useStartWords();
  if (!isBehind(words)) throw new Error('Only the words to sign in with are loaded.');
  if (areas.some((area) => !Object.hasOwn(texts[locale], area))) use(wordsOf(locale, areas));
  const all = words as AdminCatalogue<Area>;
  return { locale, words: all, t: all.admin, setLocale };
}

/** Loads one area in a language that may not be the screen's, so that it is there without a connection. */
export function bringWordsIn(locale: Locale, area: AdminArea): Promise<void> {
  return areaWords(locale, area);
}

/** One area in a language that may not be the screen's: for whoever is handed the device for a moment. */
export function useWordsIn<Area extends AdminArea>(locale: Locale, area: Area): AdminCatalogue<Area>['admin'][Area] {
  if (!Object.hasOwn(texts[locale], area)) use(areaWords(locale, area));
  return (texts[locale] as AdminCatalogue<Area>['admin'])[area];
}

function isBehind(words: object): words is ShellCatalogue {
  return 'enums' in words;
}
