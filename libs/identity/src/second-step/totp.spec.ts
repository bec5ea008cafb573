import { generate } from 'otplib';
import { newTotpSecret, stepOfCode, totpUri } from './totp.js';

const secret = newTotpSecret();
const now = new Date('2026-12-05T17:00:10Z');
const step = Math.floor(now.valueOf() / 30_000);
const codeAt = (steps: number) => generate({ secret, epoch: (step + steps) * 30 });

describe('codes of an authenticator app', () => {
  test.each([
    [-2, null],
    [-1, step - 1],
    [0, step],
    [1, step + 1],
    [2, null],
  ])('maps a code %d steps from now to %s', async (away, expected) => {
    expect(await stepOfCode(secret, await codeAt(away), now, null)).toBe(expected);
  });

  test('rejects a used code and any older one', async () => {
    expect(await stepOfCode(secret, await codeAt(0), now, step)).toBeNull();
    expect(await stepOfCode(secret, await codeAt(-1), now, step)).toBeNull();
    expect(await stepOfCode(secret, await codeAt(1), now, step)).toBe(step + 1);
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('rejects "%s" as a code', async (code) => {
    expect(await stepOfCode(secret, code, now, null)).toBeNull();
  });

  test('accepts a code typed with spaces', async () => {
    const code = await codeAt(0);
    expect(await stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now, null)).toBe(step);
  });

  test('names the organization and the person in the setup URI', () => {
    const uri = new URL(totpUri(secret, "Women's Rights Group", 'ana@example.org'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('issuer')).toBe("Women's Rights Group");
    expect(uri.searchParams.get('secret')).toBe(secret);
  });
});
