import { readMessages } from '../generate/read-messages.mjs';
import { formalMessages, isFormal, untranslated } from './spanish.mjs';

const english = readMessages('en').tree;
const spanish = readMessages('es').tree;

test('no Spanish text is a forgotten copy of the English one', () => {
  expect(untranslated(english, spanish)).toEqual([]);
});

test('a copied text is found, and what has no words is none', () => {
  expect(untranslated(english, spanish, [])).toContain('site.errors.titlePrefix');
  const both = { sum: '{a} + {b}', copy: '{n, plural, one {1 gift} other {# gifts}}' };
  expect(untranslated(both, both)).toEqual(['copy']);
});

test('no Spanish text says usted', () => {
  expect(formalMessages(spanish)).toEqual([]);
});

test('a text that says usted is found, by its pronoun or by how it begins, in every form of it', () => {
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
