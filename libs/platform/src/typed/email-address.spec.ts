import { normalizeEmail } from './email-address.js';

test.each([
  [' Ana+Kits@Example.ORG ', 'ana+kits@example.org'],
  ['opendes\u212a@demo.example', 'opendesk@demo.example'],
  ['bu\u017fine\u017fs@demo.example', 'business@demo.example'],
  ['ａｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ana@example.org'],
  ['ana@bücher.example', 'ana@xn--bcher-kva.example'],
  ['ana@BÜCHER.example', 'ana@xn--bcher-kva.example'],
  ['jose\u0301@example.org', 'jos\u00e9@example.org'],
  ['анна@пример.рф', 'анна@xn--e1afmkfd.xn--p1ai'],
  ["o'neill@example.co.uk", "o'neill@example.co.uk"],
  ['a_b@mail_1.example.org', 'a_b@mail_1.example.org'],
])('normalizes %j to %s', (input, address) => {
  expect(normalizeEmail(input)).toBe(address);
  expect(normalizeEmail(address)).toBe(address);
});

test.each([
  'ana@localhost',
  'ana@example.org\r\nBcc: all@example.org',
  'Ana <ana@example.org>',
  'a@b.org,c@d.org',
  'ana@demo.exam\u200bple',
  'an\u00ada@demo.example',
  'ana\u202e@demo.example',
  'ana\u2060@demo.example',
  'ana\ufeff@demo.example',
  'ana\u034f@demo.example',
  'an\ufe0fa@demo.example',
  'ana@demo.example\0',
  '\u0430na@demo.example', // a Cyrillic a
  'ana@d\u0435mo.example', // a Cyrillic e
  'ana@127.0.0.1',
  'ana@0x7f.1',
  'ana@demo.example:25',
  'ana@demo.example/x',
  'ana@%64emo.example',
  'ana@-demo.example',
  'ana@demo..example',
  'ana@demo.example.',
  'ana@xn--zzzzzz--.example',
  `${'a'.repeat(250)}@x.org`,
  '',
])('rejects %j', (input) => {
  expect(normalizeEmail(input)).toBeNull();
});
