import { generate } from 'otplib';
import { checkCode, newTotpSecret, totpUri, type TotpState } from './totp.js';

const secret = newTotpSecret();
const now = new Date('2026-12-05T17:00:10Z');
const step = Math.floor(now.valueOf() / 30_000);
const codeAt = (steps: number) => generate({ secret, epoch: (step + steps) * 30 });
const syncedState = { isSetUp: true, lastStep: null, drift: 0, pendingStep: null };
const check = (code: string, state: Partial<TotpState> = {}, steps = 0) =>
  checkCode(secret, code, new Date(now.valueOf() + steps * 30_000), { ...syncedState, ...state });

describe('codes of an authenticator app', () => {
  test.each([
    [-1, -1],
    [0, 0],
    [1, 1],
    [0, null],
  ])('the code of %d steps from now is accepted from an app with drift %s', async (stepOffset, drift) => {
    const accepted = { outcome: 'accepted', step: step + stepOffset, drift: stepOffset };
    expect(await check(await codeAt(stepOffset), { drift })).toEqual(accepted);
  });

  test.each([
    [0, [0]],
    [1, [-1]],
    [-1, [1]],
  ])('a code of an app with drift %d is valid for one step of 30 seconds', async (drift, expectedSteps) => {
    const code = await codeAt(0);
    const accepted: number[] = [];
    for (const steps of [-2, -1, 0, 1, 2]) {
      if ((await check(code, { drift }, steps)).outcome === 'accepted') accepted.push(steps);
    }
    expect(accepted).toEqual(expectedSteps);
  });

  test.each([-2, -1, 0, 1, 2])(
    'the first code of a new secret sets a drift of %d, if it is 1 at most',
    async (stepOffset) => {
      const expected =
        Math.abs(stepOffset) <= 1
          ? { outcome: 'accepted', step: step + stepOffset, drift: stepOffset }
          : { outcome: 'wrong' };
      expect(await check(await codeAt(stepOffset), { isSetUp: false, drift: null })).toEqual(expected);
    },
  );

  test.each([-1, 1])(
    'after a clock changed by %d steps, two codes in a row are accepted with the new drift',
    async (stepOffset) => {
      const first = await check(await codeAt(stepOffset));
      expect(first).toEqual({ outcome: 'next-code-needed', step: step + stepOffset });
      const second = await check(await codeAt(stepOffset + 1), { pendingStep: step + stepOffset }, 1);
      expect(second).toEqual({ outcome: 'accepted', step: step + stepOffset + 1, drift: stepOffset });
    },
  );

  test('neither the same code again nor one that does not follow it changes the drift', async () => {
    const pendingStep = step - 1;
    expect((await check(await codeAt(-1), { pendingStep })).outcome).toBe('next-code-needed');
    expect((await check(await codeAt(1), { pendingStep })).outcome).toBe('next-code-needed');
  });

  test('accepts each code once, and no older one afterward', async () => {
    for (const stepOffset of [-1, 0]) {
      expect((await check(await codeAt(stepOffset), { lastStep: step, drift: stepOffset })).outcome).toBe('wrong');
      expect(
        (await check(await codeAt(stepOffset), { lastStep: step, pendingStep: step + stepOffset - 1 })).outcome,
      ).toBe('wrong');
    }
    expect((await check(await codeAt(1), { lastStep: step, drift: 1 })).outcome).toBe('accepted');
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('"%s" is not a code', async (code) => {
    expect(await check(code)).toEqual({ outcome: 'wrong' });
  });

  test('accepts a code typed with spaces', async () => {
    const code = await codeAt(0);
    expect((await check(`${code.slice(0, 3)} ${code.slice(3)}`)).outcome).toBe('accepted');
  });

  test('names the organization and the person in the setup URI', () => {
    const uri = new URL(totpUri(secret, "Women's Rights Group", 'ana@example.org'));
    expect(uri.protocol).toBe('otpauth:');
    expect(uri.searchParams.get('issuer')).toBe("Women's Rights Group");
    expect(uri.searchParams.get('secret')).toBe(secret);
  });
});
