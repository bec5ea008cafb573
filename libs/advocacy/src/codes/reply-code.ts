import type { LocaleName } from '@upstander/identity';
import { englishWords } from './english-words.js';
import { spanishWords } from './spanish-words.js';

interface Kind {
  words: readonly string[];
  /** Number of words in a code; gives more than fifty bits. */
  length: number;
}

/** Codes use the language of the recipient. Every page accepts all of them. */
export const codeKinds: Readonly<Record<LocaleName, Kind>> = {
  en: { words: englishWords, length: 4 },
  es: { words: spanishWords, length: 5 },
};

const wordBytes = 8;

export const codeBytes = Math.max(...Object.values(codeKinds).map(({ length }) => length)) * wordBytes;

/** Returns the words for these bytes, separated by spaces. With 64 bits per word, the bias is below 2^-51. */
export function codeOf(bytes: Buffer, language: LocaleName): string {
  const { words, length } = codeKinds[language];
  const codeWords = Array.from({ length }, (_, place) => {
    const number = bytes.readBigUInt64BE(place * wordBytes) % BigInt(words.length);
    return words[Number(number)] ?? '';
  });
  return codeWords.join(' ');
}

const maxLength = 200;

/** Normalizes typed input to the form that is hashed: lowercase letters without accents or spaces. */
export function readCode(input: string): string {
  return input
    .slice(0, maxLength)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}
