import { speakableName } from './phrases.js';

test.each([
  ['Ana Reyes', 'Ana'],
  ['  María José  Núñez ', 'María'],
  ['Soo-jin', 'Soo-jin'],
  ['O’Brien', 'O’Brien'],
  ['李 小龙', '李'],
  ['J. Smith', 'J.'],
])('%s is greeted as %s', (typed, name) => {
  expect(speakableName(typed)).toBe(name);
});

test.each([
  'http://win.example',
  'www.win.example now',
  'win.example',
  '<b>Ana</b>',
  'a@b.example',
  '+1 310 555 0123',
  'A'.repeat(31),
  '',
])('“%s” is no name to greet anybody by', (typed) => {
  expect(speakableName(typed)).toBeNull();
});
