import { en } from './catalogue.en.js';
import { es } from './catalogue.es.js';

/**
 * Texts that are rightly the same in both languages. Anything else that is equal was probably copied and forgotten.
 */
export const sameInBoth: readonly string[] = [
  'frame.chat',
  'frame.tty',
  'site.errors.titlePrefix',
  'site.business.listingForm.no',
  'admin.opportunities.no',
  'admin.applications.apply.no',
  'site.record.no',
];

/** The dotted names of all texts that read the same in English and Spanish and are not in the list above. */
export function untranslated(allowed: readonly string[] = sameInBoth): string[] {
  const found: string[] = [];
  compare(en, es, '', found);
  return found.filter((name) => !allowed.includes(name));
}

function compare(english: unknown, spanish: unknown, name: string, found: string[]): void {
  if (typeof english === 'string') {
    if (english === spanish && /\p{L}{2}/u.test(english)) found.push(name);
  } else if (typeof english === 'function') {
    // Bodies are compared as text: an untranslated function is a copy.
    if (typeof spanish === 'function' && withoutTypes(english) === withoutTypes(spanish)) found.push(name);
  } else if (english !== null && typeof english === 'object') {
    for (const [key, value] of Object.entries(english)) {
      compare(value, (spanish as Record<string, unknown>)[key], name === '' ? key : `${name}.${key}`, found);
    }
  }
}

function withoutTypes(text: { toString(): string }): string {
  return text.toString().replace(/\s+/g, '');
}
