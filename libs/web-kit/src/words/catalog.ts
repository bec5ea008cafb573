import { fallbackLocale, isLocale, type Language, type Locale } from '../i18n/locale.js';
import type { admin } from './admin.en.generated.js';
import type { enums } from './enums.en.generated.js';
import type { frame } from './frame.en.generated.js';
import { partialWords } from './partial-words.generated.js';
import type { refusals } from './refusals.en.generated.js';
import type { shell } from './shell.en.generated.js';
import type { site } from './site.en.generated.js';
import { words as english } from './site-words.en.js';
import { words as spanish } from './site-words.es.js';
import type { start } from './start.en.generated.js';

interface SharedWords {
  refusals: typeof refusals;
  enums: typeof enums;
}

export interface Catalog extends SharedWords {
  frame: typeof frame;
  site: typeof site;
  /** Translations of texts that ship with the product as data, for example of help lines, by the English text. */
  content: Readonly<Record<string, string>>;
  /** Says that a page isn't translated. Null for languages with all texts. */
  notTranslated: string | null;
}

/** Texts of a language that translates only some pages. */
export interface PartialWords {
  frame: typeof frame;
  site: DeepPartial<typeof site>;
  enums?: DeepPartial<typeof enums>;
  content: Readonly<Record<string, string>>;
  notTranslated: string;
}

type DeepPartial<Words> = Words extends string | readonly unknown[] | ((...values: never[]) => string)
  ? Words
  : { [Key in keyof Words]?: DeepPartial<Words[Key]> };

/** Areas of the admin, each with its own message file and chunk. */
export type AdminArea = keyof typeof admin;

/** Admin texts of some areas, without those of the site. */
export interface AdminCatalog<Area extends AdminArea = AdminArea> extends SharedWords {
  admin: typeof start & typeof shell & Pick<typeof admin, Area>;
}

export type ShellCatalog = AdminCatalog<never>;

/** Texts of the admin before sign-in. */
export type StartCatalog = Pick<SharedWords, 'refusals'> & { admin: typeof start };

const complete: Record<Locale, Catalog> = { en: english, es: spanish };
/** Filled on first use: work at import time would keep the site's texts in the bundle of the admin. */
const partial = new Map<Language, Catalog>();

/**
 * Returns the texts of the public pages in one language. Texts that it lacks are in English. Server only, because it
 * bundles all languages.
 */
export function catalogOf(language: Language): Catalog {
  if (isLocale(language)) return complete[language];
  let catalog = partial.get(language);
  if (catalog === undefined) {
    catalog = merge(complete[fallbackLocale], partialWords[language]) as Catalog;
    partial.set(language, catalog);
  }
  return catalog;
}

function merge(english: object, own: object): object {
  const merged: Record<string, unknown> = { ...english };
  for (const [key, value] of Object.entries(own) as Array<[string, unknown]>) {
    const former = merged[key];
    merged[key] = isGroup(former) && isGroup(value) ? merge(former, value) : value;
  }
  return merged;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the text for a refusal code, or a general message for unknown codes. */
export function refusalText(words: Pick<SharedWords, 'refusals'>, code: string | undefined): string {
  const known: Record<string, string> = words.refusals;
  return (code !== undefined && Object.hasOwn(known, code) ? known[code] : undefined) ?? words.refusals.unknown;
}
