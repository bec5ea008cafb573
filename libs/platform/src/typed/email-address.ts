import { parsedUrl } from './parsed-url.js';

/** How long an e-mail address may be (RFC 5321). */
const longest = 254;

// Line breaks and angle brackets could smuggle a second recipient into a mail header.
const shape = /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+$/;
// What nobody sees (zero width, soft hyphen, direction marks) and what no text has (controls, half characters).
const invisible = /[\p{Cf}\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}]/u;
const latin = /\p{Script=Latin}/u;
const looksLatin = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}]/u;

/**
 * The one form of an e-mail address: everything that folds to the same mailbox is the same text. Compatibility forms
 * (NFKC: a KELVIN SIGN is a K), lower case, the domain in ASCII (IDNA). Null for what is no address, has something
 * invisible in it, or mixes alphabets that look alike within one name. Applying it twice changes nothing.
 */
export function normalEmail(typed: string): string | null {
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

/** A host name by IDNA, as browsers read it, or null. */
function asciiDomain(domain: string): string | null {
  // What a URL would take for something else than letters of a name: a port, a path, an escape.
  if (!/^[\p{L}\p{M}\p{N}._-]+$/u.test(domain) || domain.split('.').some(mixesAlphabets)) return null;
  const labels = parsedUrl(`http://${domain}`)?.hostname.split('.') ?? [];
  const right = labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label) && !/^-|-$/.test(label));
  // A name whose last part is a number is an IP address.
  return right && labels.length > 1 && !/^\d+$/.test(labels.at(-1) ?? '') ? labels.join('.') : null;
}

function mixesAlphabets(text: string): boolean {
  return latin.test(text) && looksLatin.test(text);
}
