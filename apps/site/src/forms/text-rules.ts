import { parsedUrl } from '../request/parsed-url';

/** Reads one line of a form, without control characters. */
export function shortText(form: FormData, name: string, longest = 500): string {
  const value = form.get(name);
  return typeof value === 'string'
    ? value
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, longest)
    : '';
}

/** Reads a longer text with its line breaks. */
export function longText(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return value
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
}

/** Maximum length of an email address (RFC 5321). */
export const longestAddress = 254;

const invisible = /[\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;
const looksLatin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u;

/**
 * As strict as the API's EmailAddress (`normalizeEmail` of the platform; a test compares them), so that typos are
 * found before sending.
 */
export function isAddress(typed: string): boolean {
  const text = typed.trim().normalize('NFKC').toLowerCase().normalize('NFKC');
  if (typed.length > longestAddress || invisible.test(typed) || invisible.test(text)) return false;
  const [, name, domain] = /^([^\s@<>"(),:;\\[\]]+)@([\p{L}\p{M}\p{N}._-]+)$/u.exec(text) ?? [];
  if (name === undefined || domain === undefined) return false;
  if ([name, ...domain.split('.')].some((part) => /\p{Script=Latin}/u.test(part) && looksLatin.test(part)))
    return false;
  const labels = parsedUrl(`http://${domain}`)?.hostname.split('.') ?? [];
  return (
    labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label) && !/^-|-$/.test(label)) &&
    labels.length > 1 &&
    !/^\d+$/.test(labels.at(-1) ?? '') &&
    name.length + 1 + labels.join('.').length <= longestAddress
  );
}
