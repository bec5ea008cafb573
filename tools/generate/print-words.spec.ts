import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printWords } from './print-words.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'words-'));
  mkdirSync(join(folder, 'site'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(english: object, spanish: object): ReturnType<typeof printWords> {
  writeFileSync(join(folder, 'site/give-now.en.json'), JSON.stringify(english));
  writeFileSync(join(folder, 'site/give-now.es.json'), JSON.stringify(spanish));
  return printWords(folder);
}

test('generates typed functions per language, in the order and shape of English', () => {
  const { made, complaints } = write(
    { title: 'Give to {campaign}', steps: ['One'] },
    { steps: ['Uno'], title: 'Dona a {campaign}' },
  );
  expect(complaints).toEqual([]);
  const [english, spanish] = made.map(({ text }: { text: string }) => text.slice(text.indexOf('export')));
  expect(english).toBe(
    [
      'export const site = {',
      '  giveNow: {',
      '    title: ({ campaign }: { campaign: string }): string => `Give to ${campaign}`,',
      '    steps: [',
      "      'One',",
      '    ],',
      '  },',
      '};',
      '',
    ].join('\n'),
  );
  expect(spanish).toContain('export const site: typeof english = {');
  expect(spanish).toContain('    title: ({ campaign }) => `Dona a ${campaign}`,');
});

test.each([
  [{ a: 'A' }, {}, 'site/give-now.es.json: a is missing'],
  [{}, { a: 'A' }, 'site/give-now.es.json: a is not there in English'],
  [{ a: '{x}' }, { a: '{x}, {y}' }, 'site/give-now.es.json: a names {y}, which English does not'],
  [{ a: '{x}, {y}' }, { a: '{x}' }, 'site/give-now.es.json: a does not say {y}'],
  [{ a: '{x}' }, { a: '{x, number}' }, 'site/give-now.es.json: a takes {x} for a number, and English for a string'],
  [{ a: { b: 'B' } }, { a: 'B' }, 'site/give-now.es.json: a is a text, and a group in English'],
  [{ a: ['A', 'B'] }, { a: ['A'] }, 'site/give-now.es.json: a.1 is missing'],
])('reports a mismatch of %j in English and %j in Spanish', (english, spanish, complaint) => {
  expect(write(english, spanish).complaints).toEqual([complaint]);
});

test('reports a broken message in either language with its file and key', () => {
  expect(write({ a: { b: '{x' } }, { a: { b: '{x}' } }).complaints).toEqual([
    expect.stringMatching(/^site\/give-now\.en\.json: a\.b is no ICU message/),
  ]);
  expect(write({ a: '{x}' }, { a: '{x' }).complaints).toEqual([
    expect.stringMatching(/^site\/give-now\.es\.json: a is no ICU message/),
  ]);
});
