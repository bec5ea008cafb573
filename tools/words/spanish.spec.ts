import { readMessages } from '../generate/read-messages.mjs';
import { formalMessages, isFormal, untranslated } from './spanish.mjs';

const englishMessages = readMessages('en').tree;
const spanish = readMessages('es').tree;

test('has no Spanish text copied from English by mistake', () => {
  expect(untranslated(englishMessages, spanish)).toEqual([]);
});

test('finds a copied text, but ignores texts without words', () => {
  expect(untranslated(englishMessages, spanish, [])).toContain('site.errors.titlePrefix');
  const both = { sum: '{a} + {b}', copy: '{n, plural, one {1 gift} other {# gifts}}' };
  expect(untranslated(both, both)).toEqual(['copy']);
});

test('has no Spanish text with "usted"', () => {
  expect(formalMessages(spanish)).toEqual([]);
});

test('finds "usted" by pronoun or imperative in every form of a message', () => {
  const words = {
    a: { pronoun: 'Le toca a usted' },
    b: 'Escriba como máximo {n, number} caracteres',
    c: 'Di algo',
    d: '{n, plural, one {Di algo} other {Diga # cosas}}',
  };
  expect(formalMessages(words)).toEqual(['a.pronoun', 'b', 'd']);
  expect(isFormal('Por favor, no pida otro')).toBe(true);
  expect(isFormal('Antes de que alguien la abra, escríbela en una hoja.')).toBe(false);
});
