import { writing } from './writing.js';

const en = writing('en-US');
const es = writing('es-US');

test('formats numbers by locale', () => {
  expect([0, 12, 999, 1000, 1234567, -5, 2.5].map(en.number)).toEqual([
    '0',
    '12',
    '999',
    '1,000',
    '1,234,567',
    '-5',
    '2.5',
  ]);
});

test('formats small integers like Intl without calling it', () => {
  for (const [tag, { number }] of [
    ['en-US', en],
    ['es-US', es],
  ] as const) {
    const format = new Intl.NumberFormat(tag);
    for (let n = 0; n < 1100; n += 7) expect(number(n)).toBe(format.format(n));
  }
});

test('prefers an exact number over its plural form and falls back to "other"', () => {
  expect([0, 1, 2].map((n) => en.plural(n, { '=0': 'none', one: 'one', other: 'more' }))).toEqual([
    'none',
    'one',
    'more',
  ]);
  expect(es.plural(1_000_000, { one: 'un don', other: '1,000,000 dones' })).toBe('1,000,000 dones');
  expect(es.plural(1_000_000, { one: 'un don', many: 'de dones', other: 'dones' })).toBe('de dones');
});
