import { strangeWords } from './glossary.mjs';
import { readMessages } from '../generate/read-messages.mjs';

test('English says one noun for one thing', () => {
  expect(strangeWords(readMessages('en').tree)).toEqual([]);
  expect(strangeWords(readMessages('es').tree, 'es')).toEqual([]);
  expect(strangeWords({ a: 'Pulsa el botón' }, 'es')).toEqual(['a: “Pulsa”, say presionar']);
});

test('a word that is not ours is named with ours, in every form of a message, and an argument is no word', () => {
  const words = {
    a: { b: '{n, plural, one {1 donation} other {# gifts}}' },
    c: 'Books',
    d: '{donation} of {n, number}',
  };
  expect(strangeWords(words)).toEqual(['a.b: “donation”, say gift', 'c: “Books”, say ledger, accounting']);
});
