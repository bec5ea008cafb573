import * as argon2 from '@node-rs/argon2';
import type { Config } from '@upstander/platform';
import { commonLongPasswordHashes } from './common-password-hashes.js';
import { hashing, placeholderHash, Passwords } from './passwords.js';

const passwords = new Passwords({ ORGANIZATION_NAME: "Women's Rights Group" } as Config);
const problemOf = (password: string) => passwords.findProblem(password, 'ana.reyes@example.org', 'Ana Lucía Reyes');

describe('password policy', () => {
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
    // Listed passwords and variations.
    ['passwordstandard', 'too-common'],
    ['Password Standard 2026!', 'too-common'],
    ['p4ssw0rdst4nd4rd', 'too-common'],
    ['1qaz2wsx3edc4rfv', 'too-common'],
    // Padded common words.
    ['dragon1234567890', 'too-common'],
    ['sunshinesunshine', 'too-common'],
    ['Sunshine2024Sunshine', 'too-common'],
    ['!!!!iloveyou!!!!!', 'too-common'],
    ['p455w0rdp455w0rd', 'too-common'],
    // Keyboard walks.
    ['qwertyuiop[]asdfghjkl', null],
    ['poiuytrewqlkjhgfdsa', 'too-common'],
    ['zaq1xsw2cde3vfr4', 'too-common'],
    ['qqqwwweeerrrtttyyy', 'too-common'],
    // Known facts about the person and the organization.
    ['womens rights group 2026', 'too-common'],
    ['AnaLuciaReyes12345', 'too-common'],
    ['Ana Reyes 17 Ana Reyes', 'too-common'],
    ['upstanderupstander', 'too-common'],
    ['ana.reyes.password', 'too-common'],
    // Uncommon word combinations.
    ['ana reads under the old bridge', null],
    ['four words nobody guesses', null],
    ['correct horse of ana reyes', null],
  ])('checks "%s": %s', (password, expected) => {
    expect(problemOf(password)).toBe(expected);
  });
});

describe('comparing passwords', () => {
  // Production cost. All other tests use a minimal cost.
  beforeAll(() => {
    process.env['ARGON2_COST'] = 'full';
  });
  afterAll(() => {
    delete process.env['ARGON2_COST'];
  });

  test('matches a password typed in any Unicode normalization form', async () => {
    const hash = await passwords.hash('un café por la mañana', { email: 'ana@example.org' }, 'newPassword');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.matches(hash, 'un café por la mañana'.normalize('NFD'))).toBe(true);
    expect(await passwords.matches(hash, 'un cafe por la manana')).toBe(false);
  });

  test('compares against a dummy hash of equal cost if there is no hash', async () => {
    const { memoryCost, timeCost, parallelism } = argon2.parseOptions(placeholderHash);
    expect({ memoryCost, timeCost, parallelism }).toEqual(hashing);
    expect(await passwords.matches(null, 'whatever somebody types')).toBe(false);
  });
});

test('lists at least 3,000 common passwords of sufficient length, as ASVS 5 §6.2.4 requires', () => {
  expect(commonLongPasswordHashes.replace(/\n/g, '').length / 8).toBeGreaterThan(9000);
});
