import { en } from './catalogue.en.js';
import { es } from './catalogue.es.js';
import type { Catalogue, Locale } from './locale.js';

const catalogues: Record<Locale, Catalogue> = { en, es };

/** The words of one language. Whoever imports this has both: a browser loads one of `@upstander/web-kit/admin-words/*`. */
export function catalogueOf(locale: Locale): Catalogue {
  return catalogues[locale];
}
