import { createHash } from 'node:crypto';
import { commonLongPasswordHashes, commonWordHashes } from './common-password-hashes.js';
import { isWalk, readings, repeats, stem } from './simple-password.js';

// Phrases that became known after the list was made, or are what forms and comics show as examples.
const phrases = [
  'correcthorsebatterystaple',
  'changethispassword',
  'thisismypassword',
  'thisisapassword',
  'mynameismyname',
  'iloveyousomuch',
  'letmeinletmein',
  'trustno1trustno1',
  'esteesmicontrasena',
  'micontrasenasegura',
  'tequieromuchomuc',
];
const long = new Set([...setOf(commonLongPasswordHashes), ...phrases.map(hashOf)]);
const words = setOf(commonWordHashes);

/**
 * Whether a password, in its simple form, is among those everybody tries first: one of the list, also with other digits
 * around it or digits for letters; a common word over and over, or made long with digits; a walk over the keyboard; or
 * little more than what can be known of the person (`context`, in its simple form).
 */
export function isCommon(plain: string, context: readonly string[]): boolean {
  return readings(plain).some(
    (reading) =>
      isListed(reading) ||
      isListed(stem(reading)) ||
      isWalk(reading) ||
      isOneWord(reading) ||
      isContext(reading, context),
  );
}

function isListed(text: string): boolean {
  return long.has(hashOf(text));
}

/** One common word, or the same one several times, and beyond it only digits and signs. */
function isOneWord(text: string): boolean {
  const letters = text.replace(/[^\p{L}]+/gu, ' ').trim();
  const [first = '', ...more] = letters.split(' ');
  if (more.some((part) => part !== first)) return false;
  for (let length = 4; length <= Math.min(14, first.length); length += 1) {
    const word = first.slice(0, length);
    if (repeats(first, word) && words.has(hashOf(word))) return true;
  }
  return false;
}

/** Whether fewer than five letters are left when what is known of the person is taken away. */
function isContext(text: string, context: readonly string[]): boolean {
  const known = [...context].sort((a, b) => b.length - a.length).filter((word) => word.length >= 3);
  if (known.some((word) => repeats(text, word))) return true;
  const left = known.reduce((rest, word) => rest.replaceAll(word, ''), text);
  return left !== text && left.replace(/[^\p{L}]/gu, '').length < 5;
}

function setOf(hashes: string): ReadonlySet<string> {
  return new Set(hashes.replace(/\n/g, '').match(/.{8}/g) ?? []);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 6).toString('base64url');
}
