import { createHash } from 'node:crypto';
import { commonLongPasswordHashes, commonWordHashes } from './common-password-hashes.js';
import { isKeyboardWalk, readings, repeats, stem } from './simple-password.js';

// Phrases that became common after the list was compiled, or appear as examples in forms and comics.
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
 * Returns true for a password among the first that attackers try.
 * It is listed (also with added digits or leetspeak), a repeated or padded common word, a keyboard walk, or mostly made
 * of known facts about the person (`context`).
 */
export function isCommon(plain: string, context: readonly string[]): boolean {
  return readings(plain).some(
    (reading) =>
      isListed(reading) ||
      isListed(stem(reading)) ||
      isKeyboardWalk(reading) ||
      isOneWord(reading) ||
      isContext(reading, context),
  );
}

function isListed(text: string): boolean {
  return long.has(hashOf(text));
}

/** True for one common word, possibly repeated, plus digits and punctuation. */
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

/** True if fewer than five letters remain without known facts about the person. */
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
