import { initials } from './initials.js';

test.each([
  ['Alma Reyes', 'AR'],
  ['Luis Ortega Díaz', 'LD'],
  ['ángela', 'Á'],
  ['Mary-Jane (MJ) Watson', 'MW'],
  ['', ''],
])('takes the initials of %j', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
