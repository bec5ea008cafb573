import type { Locale } from '../i18n/locale.js';
import type { admin } from './admin.en.generated.js';
import type { enums } from './enums.en.generated.js';
import type { frame } from './frame.en.generated.js';
import type { refusals } from './refusals.en.generated.js';
import type { site } from './site.en.generated.js';
import { words as english } from './site-words.en.js';
import { words as spanish } from './site-words.es.js';
import type { start } from './start.en.generated.js';

/** What both front ends say. */
interface Shared {
  refusals: typeof refusals;
  enums: typeof enums;
}

/** What the public pages say. */
export interface Catalogue extends Shared {
  frame: typeof frame;
  site: typeof site;
}

/** The areas of the admin: a file of messages and a part to load each. */
export type AdminArea = keyof typeof admin;

/** What the admin says on screens of some areas: the words of the site are no part of it. */
export interface AdminCatalogue<Area extends AdminArea = AdminArea> extends Shared {
  admin: typeof start & Pick<typeof admin, Area>;
}

/** What every screen of the admin says. */
export type ShellCatalogue = AdminCatalogue<never>;

/** What the admin says before anybody is signed in. */
export type StartCatalogue = Pick<Shared, 'refusals'> & { admin: typeof start };

const ofTheSite: Record<Locale, Catalogue> = { en: english, es: spanish };

/** The words of the public pages, in one language. Whoever imports this has both: it is for the server. */
export function catalogueOf(locale: Locale): Catalogue {
  return ofTheSite[locale];
}

/** What to say for a refusal's code; a code without words of its own gets the general sentence. */
export function refusalText(words: Pick<Shared, 'refusals'>, code: string | undefined): string {
  const known: Record<string, string> = words.refusals;
  return (code !== undefined && Object.hasOwn(known, code) ? known[code] : undefined) ?? words.refusals.unknown;
}
