import { findStrangeWords } from './glossary.mjs';
import { readMessages } from '../generate/read-messages.mjs';

test('finds no terms to avoid in the messages', () => {
  expect(findStrangeWords(readMessages('en').tree)).toEqual([]);
  expect(findStrangeWords(readMessages('es').tree, 'es')).toEqual([]);
  expect(findStrangeWords({ a: 'Pulsa el botón' }, 'es')).toEqual(['a: “Pulsa”, say presionar']);
});

test('reports a term to avoid in any form of a message with its replacement, but not argument names', () => {
  const words = {
    a: { b: '{n, plural, one {1 donation} other {# gifts}}' },
    c: 'Books',
    d: '{donation} of {n, number}',
    e: 'Somebody will mail you. The mail server is down.',
    f: 'The request was {refused, select, yes {refused} other {approved}}',
  };
  expect(findStrangeWords(words)).toEqual([
    'a.b: “donation”, say gift',
    'c: “Books”, say ledger, accounting',
    'e: “mail”, say email',
    'e: “Somebody”, say someone, anyone, everyone',
    'f: “refused”, say decline; reject for a file',
  ]);
});
