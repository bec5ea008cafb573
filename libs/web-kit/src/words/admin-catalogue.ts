import type { Locale } from '../i18n/locale.js';
import { admin as adminEnglish } from './admin.en.generated.js';
import { admin as adminSpanish } from './admin.es.generated.js';
import { words as english } from './admin-words.en.js';
import { words as spanish } from './admin-words.es.js';
import type { AdminCatalogue } from './catalogue.js';

const ofTheAdmin: Record<Locale, AdminCatalogue> = {
  en: { ...english, admin: { ...english.admin, ...adminEnglish } },
  es: { ...spanish, admin: { ...spanish.admin, ...adminSpanish } },
};

/** Returns all texts of the admin, for tests. Browsers load one language, area by area. */
export function adminCatalogueOf(locale: Locale): AdminCatalogue {
  return ofTheAdmin[locale];
}
