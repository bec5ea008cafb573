import { personName, speakableName } from './person-name.js';

test.each([
  ['Ana Reyes', 'Ana'],
  ['  María José  Núñez ', 'María'],
  ['Soo-jin', 'Soo-jin'],
  ['O’Brien', 'O’Brien'],
  ['李 小龙', '李'],
  ['J. Smith', 'J.'],
])('%s is greeted as %s', (input, name) => {
  expect(speakableName(input)).toBe(name);
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
])('returns no first name for “%s”', (input) => {
  expect(speakableName(input)).toBeNull();
});

test.each([
  'Ana Reyes',
  'Dr. J. R. Smith-Núñez',
  'J.R. Smith',
  'Ma.Teresa Cruz',
  'St.John Rivers',
  'Sra.Ana',
  'O’Brien, Kate',
  '王小明',
  'さくら・モモ',
  'สมชาย ใจดี',
  'Familia Reyes & Co.',
  'Class of 1987',
  'علی‌رضا',
  'Room 12, 4th grade',
])('accepts the name %s', (input) => {
  expect(personName('name', input, 120)).toBe(input.normalize('NFC'));
});

test.each([
  'Confirm your account at http://evil.example/x',
  'HTTPS://EVIL.EXAMPLE',
  'ftp://evil',
  'www.evil',
  'Win at evil.com',
  'Win at Evil.COM now',
  'evil.example/login',
  'evil。com',
  'ｅｖｉｌ．ｃｏｍ',
  'ev\u200bil.c\u200bom',
  'write to ana@evil',
  'bücher.example',
  'Call +1 (310) 555-0123',
  'call 310.555.01.23',
])('rejects the name “%s”', (typed) => {
  expect(() => personName('name', typed, 120)).toThrow(
    expect.objectContaining({ code: 'BAD_INPUT', details: { fields: { name: 'not-a-name' } } }),
  );
});

test('rejects a name with a character that reverses the writing direction', () => {
  expect(() => personName('name', 'Ana \u202eseyeR', 120)).toThrow(
    expect.objectContaining({ details: { fields: { name: 'not-text' } } }),
  );
});
