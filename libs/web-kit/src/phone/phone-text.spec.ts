import { phoneText } from './phone-text.js';

test.each([
  ['+16465550109', '+1 646 555 0109'],
  ['+34612345678', '+34 612 34 56 78'],
  ['+525512345678', '+52 55 1234 5678'],
  ['123', '123'],
  ['', ''],
])('formats %s as %s', (number, text) => {
  expect(phoneText(number)).toBe(text);
});
