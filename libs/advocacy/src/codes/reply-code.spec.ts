import { randomBytes } from 'node:crypto';
import { englishWords } from './english-words.js';
import { excludedPrefixes } from './excluded-prefixes.js';
import { codeBytes, codeKinds, codeOf, readCode } from './reply-code.js';

const languages = ['en', 'es'] as const;

describe.each(languages)('the words of reply codes (%s)', (language) => {
  const { words, length } = codeKinds[language];
  const normalizedWords = words.map(readCode);

  test('are unique, short, and enough for fifty bits', () => {
    expect(length * Math.log2(words.length)).toBeGreaterThan(50);
    expect(new Set(normalizedWords).size).toBe(words.length);
    expect(normalizedWords.filter((word) => !/^[a-z]{3,9}$/.test(word))).toEqual([]);
  });

  test("never begin with another word, so spaces and accents don't matter", () => {
    const sorted = [...normalizedWords].sort();
    expect(sorted.filter((word, i) => sorted[i + 1]?.startsWith(word))).toEqual([]);
  });

  test('include none that could frighten, shame or describe the person', () => {
    const beginnings = Object.entries(excludedPrefixes[language]).flatMap(([topic, words]) =>
      words.split(' ').map((beginning) => ({ topic, beginning: readCode(beginning) })),
    );
    const matches = normalizedWords.flatMap((word) =>
      beginnings.filter(({ beginning }) => word.startsWith(beginning)).map(({ topic }) => `${topic}: ${word}`),
    );
    expect(matches).toEqual([]);
  });
});

test('a Spanish code is no easier to guess than an English one', () => {
  const bits = languages.map((language) => codeKinds[language].length * Math.log2(codeKinds[language].words.length));
  expect(bits[1]).toBeGreaterThanOrEqual(bits[0]!);
});

describe('a reply code', () => {
  test.each(languages)('is made of words of its list, and uses all of its bytes (%s)', (language) => {
    const { words, length } = codeKinds[language];
    const bytes = randomBytes(codeBytes);
    const code = codeOf(bytes, language);
    expect(code.split(' ').every((word) => words.includes(word))).toBe(true);
    expect(code.split(' ')).toHaveLength(length);
    for (let place = 0; place < length; place += 1) {
      const other = Buffer.from(bytes);
      other.writeBigUInt64BE((bytes.readBigUInt64BE(place * 8) + 1n) % 2n ** 64n, place * 8);
      const changed = codeOf(other, language).split(' ');
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
  ])('tolerates how it is typed: %j', (input) => {
    expect(readCode(input)).toBe('lemonrivercandlepiano');
  });

  test("normalizes input that isn't a code", () => {
    expect(readCode('')).toBe('');
    expect(readCode('1234 лимон')).toBe('');
    expect(readCode('a'.repeat(10_000)).length).toBe(200);
  });
});

test('a code with a word that was later excluded is still recognized', () => {
  expect(englishWords).not.toContain('umbilical');
  expect(readCode('lemon umbilical candle piano')).toBe('lemonumbilicalcandlepiano');
});
