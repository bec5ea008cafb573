import { compileMessage, literalsOf } from './compile-message.mjs';

const compiled = (text: string, language = 'en') => {
  const { code, args } = compileMessage(text, language);
  return [code, Object.fromEntries(args)];
};

test('compiles a text without arguments to a string literal', () => {
  expect(compiled('It’s 5 < 6, “so” what')).toEqual(["'It’s 5 < 6, “so” what'", {}]);
  expect(compiled("Write '{'name'}'")).toEqual(["'Write {name}'", {}]);
  expect(compiled("It's `${here}`")).toEqual(["`It's \\`$${here}\\``", { here: 'string' }]);
});

test('derives argument types from their use', () => {
  expect(compiled('Give to {campaign}')).toEqual(['`Give to ${campaign}`', { campaign: 'string' }]);
  expect(compiled('At most {most, number}')).toEqual(['`At most ${$number(most)}`', { most: 'number' }]);
  expect(compiled('{card, select, true {To the card} other {By hand}}')).toEqual([
    "(card ? 'To the card' : 'By hand')",
    { card: 'boolean' },
  ]);
  expect(compiled('{by, select, null {Somebody} other {{by}}}')).toEqual([
    "(by === null ? 'Somebody' : `${by}`)",
    { by: 'string | null' },
  ]);
  expect(compiled('{way, select, card {Card} cash {Cash} other {Else}}')[1]).toEqual({
    way: "'card' | 'cash' | 'other'",
  });
});

test('compiles CLDR plurals and formats # as a localized number', () => {
  expect(compiled('{n, plural, =0 {none} one {# gift} other {# of {all} gifts}}')).toEqual([
    "$plural(n, { '=0': 'none', one: `${$number(n)} gift`, other: `${$number(n)} of ${all} gifts` })",
    { n: 'number', all: 'string' },
  ]);
});

test.each([
  ['{n, plural, other {# gifts}}', 'en', /lacks the plural form one/],
  ['{n, plural, one {1 gift} few {# gifts} other {# gifts}}', 'en', /no plural form few/],
  ['{n, plural, one {1 gift}}', 'en', /no ICU message/],
  ['Give to {campaign', 'en', /no ICU message/],
  ['{day, date}', 'en', /something else/],
  ['{0} gifts', 'en', /no name/],
  ['{a} and {a, number}', 'en', /a number in one place and a text in another/],
  ['{a, select, true {{a}} other {}}', 'en', /use two arguments/],
])('rejects “%s”', (text, language, why) => {
  expect(() => compileMessage(text, language)).toThrow(why);
});

test('treats the Spanish form for whole millions as optional', () => {
  expect(() => compileMessage('{n, plural, one {1 don} other {# dones}}', 'es')).not.toThrow();
  expect(() => compileMessage('{n, plural, one {1 don} many {# de dones} other {# dones}}', 'es')).not.toThrow();
});

test('finds the literal texts in all forms of a message', () => {
  expect(literalsOf('For {name}: {n, plural, one {1 gift} other {# gifts}}')).toEqual([
    'For ',
    ': ',
    '1 gift',
    ' gifts',
  ]);
});
