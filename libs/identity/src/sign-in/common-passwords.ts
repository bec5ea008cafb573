import { createHash } from 'node:crypto';
import { commonLongPasswordHashes, commonWordHashes } from './common-password-hashes.js';
import { isKeyboardWalk, readings, isRepetitionOf, trimEdges } from './simple-password.js';

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
const longPasswords = new Set([...setOf(commonLongPasswordHashes), ...phrases.map(hashOf)]);
const words = setOf(commonWordHashes);

/**
 * True if the password is listed (also with added digits or leetspeak), a repeated or padded common word, a keyboard
 * walk, or mostly made of known facts about the person (`context`).
 */
export function isCommon(plain: string, context: readonly string[]): boolean {
  return readings(plain).some(
    (reading) =>
      isCommonLong(reading) ||
      isCommonLong(trimEdges(reading)) ||
      isKeyboardWalk(reading) ||
      isOneWord(reading) ||
      isContext(reading, context),
  );
}

function isCommonLong(text: string): boolean {
  return longPasswords.has(hashOf(text));
}

/** True for one common word, possibly repeated, plus digits and punctuation. */
function isOneWord(text: string): boolean {
  const letters = text.replace(/[^\p{L}]+/gu, ' ').trim();
  const [first = '', ...otherWords] = letters.split(' ');
  if (otherWords.some((part) => part !== first)) return false;
  for (let length = 4; length <= Math.min(14, first.length); length += 1) {
    const word = first.slice(0, length);
    if (isRepetitionOf(first, word) && words.has(hashOf(word))) return true;
  }
  return false;
}

/** True if fewer than five letters remain without known facts about the person. */
function isContext(text: string, context: readonly string[]): boolean {
  const contextWords = [...context].sort((a, b) => b.length - a.length).filter((word) => word.length >= 3);
  if (contextWords.some((word) => isRepetitionOf(text, word))) return true;
  const remainder = contextWords.reduce((remainder, word) => remainder.replaceAll(word, ''), text);
  return remainder !== text && remainder.replace(/[^\p{L}]/gu, '').length < 5;
}

function setOf(hashes: string): ReadonlySet<string> {
  return new Set(hashes.replace(/\n/g, '').match(/.{8}/g) ?? []);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 6).toString('base64url');
}
