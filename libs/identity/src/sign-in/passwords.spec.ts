import * as argon2 from '@node-rs/argon2';
import type { Config } from '@upstander/platform';
import { hashing, nobodysHash, Passwords } from './passwords.js';

const passwords = new Passwords({ ORGANISATION_NAME: "Women's Rights Group" } as Config);
const why = (password: string) => passwords.whyNot(password, 'ana.reyes@example.org');

describe('which passwords are taken', () => {
  test.each<[string, string | null]>([
    ['fourteen chars', 'too-short'],
    ['fifteen letters', null],
    ['only lower case letters and nothing else', null],
    ['contraseña larga con ñandú', null],
    ['🐦🐦🐦🐦🐦🐦🐦', 'too-short'],
    ['x'.repeat(257), 'too-long'],
    ['with a \0 character', 'unreadable'],
    ['password-password', 'too-common'],
    ['Correct Horse Battery Staple', 'too-common'],
    ['aaaaaaaaaaaaaaaaaaaa', 'too-common'],
    ['abcabcabcabcabcabc', 'too-common'],
    ['98765432109876543210'.slice(0, 10) + 'zyxwvutsrq', null],
    ['abcdefghijklmnopq', 'too-common'],
    ['ana.reyes@example.org', 'too-common'],
    ['anareyesanareyes', 'too-common'],
    ["women's rights group", 'too-common'],
  ])('%s: %s', (password, expected) => {
    expect(why(password)).toBe(expected);
  });
});

describe('comparing passwords', () => {
  test('the right one matches its hash, typed on any keyboard', async () => {
    const hash = await passwords.hash('un café por la mañana', { email: 'ana@example.org' }, 'newPassword');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect(await passwords.matches(hash, 'un café por la mañana'.normalize('NFD'))).toBe(true);
    expect(await passwords.matches(hash, 'un cafe por la manana')).toBe(false);
  });

  test('no hash is compared all the same, with as much work as a real one', async () => {
    const { memoryCost, timeCost, parallelism } = argon2.parseOptions(nobodysHash);
    expect({ memoryCost, timeCost, parallelism }).toEqual(hashing);
    expect(await passwords.matches(null, 'whatever somebody types')).toBe(false);
  });
});
