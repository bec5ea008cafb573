import type { Locale } from '../i18n/locale.js';
import type { admin } from './admin.en.generated.js';
import type { enums } from './enums.en.generated.js';
import type { frame } from './frame.en.generated.js';
import type { refusals } from './refusals.en.generated.js';
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
}

/** Areas of the admin, each with its own message file and chunk. */
export type AdminArea = keyof typeof admin;

/** Admin texts of some areas, without those of the site. */
export interface AdminCatalog<Area extends AdminArea = AdminArea> extends SharedWords {
  admin: typeof start & Pick<typeof admin, Area>;
}

export type ShellCatalog = AdminCatalog<never>;

/** Texts of the admin before sign-in. */
export type StartCatalog = Pick<SharedWords, 'refusals'> & { admin: typeof start };

const catalogs: Record<Locale, Catalog> = { en: english, es: spanish };

/** Returns the texts of the public pages in one language. Server only, because it bundles both languages. */
export function catalogOf(locale: Locale): Catalog {
  return catalogs[locale];
}

/** Returns the text for a refusal code, or a general message for unknown codes. */
export function refusalText(words: Pick<SharedWords, 'refusals'>, code: string | undefined): string {
  const known: Record<string, string> = words.refusals;
  return (code !== undefined && Object.hasOwn(known, code) ? known[code] : undefined) ?? words.refusals.unknown;
}
