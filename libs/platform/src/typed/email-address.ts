import { parsedUrl } from './parsed-url.js';

/** Maximum length of an email address (RFC 5321). */
const longest = 254;

// Line breaks and angle brackets could add a second recipient to an email header.
const shape = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/;
// Invisible characters (zero width, soft hyphen, direction marks), control characters and lone surrogates.
const invisible = /[\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;
const latin = /\p{Script=Latin}/u;
const nonLatinLookalikes =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u;

/**
 * All spellings of a mailbox become the same text: NFKC (a KELVIN SIGN is a K), lower case and an ASCII domain (IDNA).
 * Returns null if the address is invalid, contains invisible characters or mixes similar alphabets in one name.
 * Idempotent.
 */
export function normalizeEmail(typed: string): string | null {
  const text = typed.trim();
  if (text.length > longest || invisible.test(text)) return null;
  const folded = text.normalize('NFKC').toLowerCase().normalize('NFKC');
  if (!shape.test(folded) || invisible.test(folded)) return null;
  const at = folded.indexOf('@');
  const name = folded.slice(0, at);
  const domain = asciiDomain(folded.slice(at + 1));
  if (domain === null || mixesAlphabets(name)) return null;
  const address = `${name}@${domain}`;
  return address.length <= longest ? address : null;
}

/** Uses IDNA as browsers do. */
function asciiDomain(domain: string): string | null {
  // A URL would interpret other characters as a port, a path or an escape.
  if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(domain) || domain.split('.').some(mixesAlphabets)) return null;
  const labels = parsedUrl(`http://${domain}`)?.hostname.split('.') ?? [];
  const isValid = labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label) && !/^-|-$/.test(label));
  // A host that ends in a number is an IP address.
  return isValid && labels.length > 1 && !/^\d+$/.test(labels.at(-1) ?? '') ? labels.join('.') : null;
}

function mixesAlphabets(text: string): boolean {
  return latin.test(text) && nonLatinLookalikes.test(text);
}
