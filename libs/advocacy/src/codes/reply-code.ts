import type { LocaleName } from '@upstander/identity';
import { englishWords } from './english-words.js';
import { spanishWords } from './spanish-words.js';

interface Kind {
  words: readonly string[];
  /** How many of them make a code: more than fifty bits. */
  length: number;
}

/** Codes are read, learned and told in the language of whoever gets them; each opens on every page. */
export const codeKinds: Readonly<Record<LocaleName, Kind>> = {
  en: { words: englishWords, length: 4 },
  es: { words: spanishWords, length: 5 },
};

const bytesOfAWord = 8;

/** How many random bytes a code is made of. */
export const bytesOfACode = Math.max(...Object.values(codeKinds).map(({ length }) => length)) * bytesOfAWord;

/**
 * The words that these bytes stand for, with blanks between them. Sixty-four bits a word leave no word likelier than
 * another by more than one in two to the fifty-one.
 */
export function codeOf(bytes: Buffer, language: LocaleName): string {
  const { words, length } = codeKinds[language];
  const chosen = Array.from({ length }, (_, place) => {
    const number = bytes.readBigUInt64BE(place * bytesOfAWord) % BigInt(words.length);
    return words[Number(number)] ?? '';
  });
  return chosen.join(' ');
}

const longest = 200;

/**
 * A code as somebody typed it, in the one form that is hashed: small letters without accents, and nothing between them.
 * What is no code is read all the same, and opens nothing.
 */
export function readCode(typed: string): string {
  return typed
    .slice(0, longest)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
