import { shortName } from './shift-peers.js';

test.each([
  ['Ana Reyes', null, 'Ana R.'],
  ['Ana María de la Cruz', null, 'Ana C.'],
  ['Ana Reyes', 'Anita', 'Anita R.'],
  ['Ana Reyes', 'The Boss', 'The R.'],
  ['Cher', null, 'Cher'],
  ['Иван Ёлкин', null, 'Иван Ё.'],
  [' Ana  ángel ', null, 'Ana Á.'],
])('shortens %s (preferred name: %s) to %s for peers', (name, preferred, expected) => {
  expect(shortName({ called: preferred ?? name, name })).toBe(expected);
});
