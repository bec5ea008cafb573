import type { AdminArea, AdminCatalog, Locale, ShellCatalog } from '@upstander/web-kit';
import { adminAreas } from '@upstander/web-kit/admin-areas';
import { use } from 'react';
import { extendMessageLoader, localeOfScreen, useStartWords, type Words } from './start-words';

const texts: Record<Locale, Partial<AdminCatalog['admin']>> = { en: {}, es: {} };
const loadingAreas: Record<Locale, Map<AdminArea, Promise<void>>> = { en: new Map(), es: new Map() };
let startPromise: Promise<void> | null = null;

const shellParts = {
  en: () => import('@upstander/web-kit/admin-words/en'),
  es: () => import('@upstander/web-kit/admin-words/es'),
};

async function shellWords(locale: Locale): Promise<ShellCatalog> {
  const { words } = await shellParts[locale]();
  return { ...words, admin: Object.assign(texts[locale], words.admin) };
}

function areaWords(locale: Locale, area: AdminArea): Promise<void> {
  const cached = loadingAreas[locale].get(area);
  if (cached) return cached;
  const loadingArea = adminAreas[locale][area]().then(
    (loadedTexts) => void Object.assign(texts[locale], loadedTexts),
    (error: unknown) => {
      // Failed without a network. The next call retries.
      loadingAreas[locale].delete(area);
      throw error;
    },
  );
  loadingAreas[locale].set(area, loadingArea);
  return loadingArea;
}

const loadingShells: Partial<Record<Locale, Promise<ShellCatalog>>> = {};

/** For previews in the language of their readers. Suspends until loaded. */
export function useSharedWords(locale: Locale): ShellCatalog {
  loadingShells[locale] ??= shellWords(locale).catch((error: unknown) => {
    delete loadingShells[locale];
    throw error;
  });
  return use(loadingShells[locale]);
}

const loadingGroups: Record<Locale, Map<string, Promise<void>>> = { en: new Map(), es: new Map() };

/**
 * Returns one promise for several areas, shared by all callers while it is pending. React tracks `use` calls by order,
 * and that order would change if one area loaded before another.
 */
function wordsOf(locale: Locale, areas: readonly AdminArea[]): Promise<void> {
  const key = areas.join(' ');
  const cached = loadingGroups[locale].get(key);
  if (cached) return cached;
  const forgetGroup = () => void loadingGroups[locale].delete(key);
  const loadingGroup = Promise.all(areas.map((area) => areaWords(locale, area))).then(forgetGroup, (error: unknown) => {
    forgetGroup();
    throw error;
  });
  loadingGroups[locale].set(key, loadingGroup);
  return loadingGroup;
}

async function languageOfScreens(locale: Locale): Promise<ShellCatalog> {
  const openAreas = [...loadingAreas[localeOfScreen()].keys()].map((area) => areaWords(locale, area));
  const [words] = await Promise.all([shellWords(locale), ...openAreas]);
  return words;
}

/** Loads the shared messages too on the first call. */
export async function loadWords(...areas: readonly AdminArea[]): Promise<void> {
  startPromise ??= extendMessageLoader(languageOfScreens).catch((error: unknown) => {
    startPromise = null;
    throw error;
  });
  await Promise.all([startPromise, ...areas.map((area) => areaWords(localeOfScreen(), area))]);
}

/** The messages of areas, with those of the first one as `labels`. */
export interface AreaWords<First extends AdminArea, Other extends AdminArea = never> extends Words<
  AdminCatalog<First | Other>
> {
  labels: AdminCatalog<First>['admin'][First];
}

/** Screens preload their areas; others suspend here. */
export function useWords<First extends AdminArea = never, Other extends AdminArea = never>(
  first?: First,
  ...others: readonly Other[]
): AreaWords<First, Other> {
  const { locale, words, setLocale } = useStartWords();
  if (!isShellOnly(words)) throw new Error('Only the words to sign in with are loaded.');
  const areas = first ? [first, ...others] : [];
  if (areas.some((area) => !Object.hasOwn(texts[locale], area))) use(wordsOf(locale, areas));
  const areaWords = words as AdminCatalog<First | Other>;
  const t: AdminCatalog<First>['admin'] = areaWords.admin;
  return { locale, words: areaWords, t: areaWords.admin, labels: t[first as First], setLocale };
}

/** For offline use. */
export function preloadMessages(locale: Locale, area: AdminArea): Promise<void> {
  return areaWords(locale, area);
}

/** Returns an area in another language, for example while a volunteer signs on the organizer's device. */
export function useWordsIn<Area extends AdminArea>(locale: Locale, area: Area): AdminCatalog<Area>['admin'][Area] {
  if (!Object.hasOwn(texts[locale], area)) use(areaWords(locale, area));
  return (texts[locale] as AdminCatalog<Area>['admin'])[area];
}

function isShellOnly(words: object): words is ShellCatalog {
  return 'enums' in words;
}
