import { codeWords } from './code-words.js';

/** Four words of the list: more than fifty bits. */
const wordsOfACode = 4;
const bytesOfAWord = 8;

/** How many random bytes a code is made of. */
export const bytesOfACode = wordsOfACode * bytesOfAWord;

/**
 * The words that these bytes stand for, with blanks between them. Sixty-four bits a word leave no word likelier than
 * another by more than one in two to the fifty-one.
 */
export function codeOf(bytes: Buffer): string {
  const words = Array.from({ length: wordsOfACode }, (_, place) => {
    const number = bytes.readBigUInt64BE(place * bytesOfAWord) % BigInt(codeWords.length);
    return codeWords[Number(number)] ?? '';
  });
  return words.join(' ');
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
