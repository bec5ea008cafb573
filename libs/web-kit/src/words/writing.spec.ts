import { writing } from './writing.js';

const en = writing('en-US');
const es = writing('es-US');

test('numbers are written as people read them', () => {
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

test('what is small and whole is written without asking Intl, and the same', () => {
  for (const [tag, { number }] of [
    ['en-US', en],
    ['es-US', es],
  ] as const) {
    const format = new Intl.NumberFormat(tag);
    for (let n = 0; n < 1100; n += 7) expect(number(n)).toBe(format.format(n));
  }
});

test('an exact number goes before the plural, and a form that nobody wrote is the last one', () => {
  expect([0, 1, 2].map((n) => en.plural(n, { '=0': 'none', one: 'one', other: 'more' }))).toEqual([
    'none',
    'one',
    'more',
  ]);
  expect(es.plural(1_000_000, { one: 'un don', other: '1,000,000 dones' })).toBe('1,000,000 dones');
  expect(es.plural(1_000_000, { one: 'un don', many: 'de dones', other: 'dones' })).toBe('de dones');
});
