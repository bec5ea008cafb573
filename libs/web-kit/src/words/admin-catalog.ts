import type { Locale } from '../i18n/locale.js';
import { admin as adminEnglish } from './admin.en.generated.js';
import { admin as adminSpanish } from './admin.es.generated.js';
import { words as english } from './admin-words.en.js';
import { words as spanish } from './admin-words.es.js';
import type { AdminCatalog } from './catalog.js';

const adminCatalogs: Record<Locale, AdminCatalog> = {
  en: { ...english, admin: { ...english.admin, ...adminEnglish } },
  es: { ...spanish, admin: { ...spanish.admin, ...adminSpanish } },
};

/** Returns all texts of the admin, for tests. Browsers load one language, area by area. */
export function adminCatalogOf(locale: Locale): AdminCatalog {
  return adminCatalogs[locale];
}
