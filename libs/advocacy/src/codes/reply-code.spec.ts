import { randomBytes } from 'node:crypto';
import { codeWords } from './code-words.js';
import { bytesOfACode, codeOf, readCode } from './reply-code.js';

describe('the words of reply codes', () => {
  test('are many enough for fifty bits, plain letters, and each there once', () => {
    expect(4 * Math.log2(codeWords.length)).toBeGreaterThan(50);
    expect(new Set(codeWords).size).toBe(codeWords.length);
    expect(codeWords.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([]);
  });

  test('no word begins with another, so that blanks do not matter', () => {
    const sorted = [...codeWords].sort();
    expect(sorted.filter((word, i) => sorted[i + 1]?.startsWith(word))).toEqual([]);
  });

  test('none of them could frighten whoever is given it', () => {
    const never = ['victim', 'captive', 'shame', 'panic', 'violate', 'prison', 'slave', 'survivor', 'traffic', 'naked'];
    expect(never.filter((word) => codeWords.includes(word))).toEqual([]);
  });
});

describe('a reply code', () => {
  test('is four words, and all of its bytes count', () => {
    const bytes = randomBytes(bytesOfACode);
    const code = codeOf(bytes);
    expect(code.split(' ').every((word) => codeWords.includes(word))).toBe(true);
    expect(code.split(' ')).toHaveLength(4);
    for (let place = 0; place < 4; place += 1) {
      const other = Buffer.from(bytes);
      other.writeBigUInt64BE((bytes.readBigUInt64BE(place * 8) + 1n) % 2n ** 64n, place * 8);
      const changed = codeOf(other).split(' ');
      expect(changed.filter((word, i) => word !== code.split(' ')[i])).toHaveLength(1);
    }
  });

  test.each([
    'lemon river candle piano',
    'Lemon River CANDLE piano',
    '  lemon   river\ncandle\tpiano ',
    'lemon-river-candle-piano',
    'lemon, river. candle; piano',
    'lemonrivercandlepiano',
    'lémon rivér càndle piaño',
    'lemon‑river—candle\u00a0piano\u200b',
    'ｌｅｍｏｎ river candle piano',
  ])('is read as it was meant: %j', (typed) => {
    expect(readCode(typed)).toBe('lemonrivercandlepiano');
  });

  test('what is no code is read all the same', () => {
    expect(readCode('')).toBe('');
    expect(readCode('1234 лимон')).toBe('');
    expect(readCode('a'.repeat(10_000)).length).toBe(200);
  });
});
