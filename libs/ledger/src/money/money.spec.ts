import { parseValue } from 'graphql';
import fc from 'fast-check';
import { MinorUnitsScalar } from './minor-units.scalar.js';
import { amountsOf, money, positiveAmount, sumOf } from './money.js';
import { splitRefund } from './refund-split.js';

describe('minor units in JSON', () => {
  test.each([
    [2500n, 2500],
    ['2500', 2500],
    [9_007_199_254_740_991n, 9_007_199_254_740_991],
    [9_007_199_254_740_992n, '9007199254740992'],
    [-9_007_199_254_740_992n, '-9007199254740992'],
    [-1n, -1],
  ])('serializes %s as %p', (value, json) => {
    expect(MinorUnitsScalar.serialize(value)).toBe(json);
  });

  test.each([
    [2500, 2500n],
    ['2500', 2500n],
    ['-5', -5n],
    ['9007199254740993', 9_007_199_254_740_993n],
    [7n, 7n],
  ])('parses %p as %s', (json, value) => {
    expect(MinorUnitsScalar.parseValue(json)).toBe(value);
  });

  test.each([25.5, NaN, 2 ** 53, '25.50', '', ' 5', '5 ', '0x10', '1e3', '1234567890123456789', true, null, {}])(
    'rejects %p',
    (json) => {
      expect(() => MinorUnitsScalar.parseValue(json)).toThrow(
        expect.objectContaining({
          message: 'Not an amount in minor units: a whole number such as 2500 for $25.00.',
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      );
    },
  );

  test('parses literals in a query', () => {
    const literal = (text: string) => MinorUnitsScalar.parseLiteral(parseValue(text), {});
    expect(literal('2500')).toBe(2500n);
    expect(literal('"2500"')).toBe(2500n);
    for (const text of ['25.5', 'true', '[1]', 'TWENTY']) expect(() => literal(text)).toThrow('Not an amount');
  });

  test('has a description', () => {
    expect(MinorUnitsScalar.name).toBe('MinorUnits');
    expect(MinorUnitsScalar.description).toContain('minor units');
  });
});

describe('an entered amount', () => {
  test('is accepted if positive and in the expected currency', () => {
    expect(positiveAmount(money(2500, 'USD'), 'USD')).toBe(2500n);
    expect(positiveAmount(money('1', 'USD'), 'USD')).toBe(1n);
    expect(positiveAmount(money(1200, 'ISK'), 'ISK')).toBe(1200n);
  });

  test.each([
    [money(2500, 'EUR'), 'USD', 'other-currency'],
    [money(2500, 'usd'), 'usd', 'other-currency'],
    [money(0, 'USD'), 'USD', 'not-positive'],
    [money(-1, 'USD'), 'USD', 'not-positive'],
    [money(1250, 'ISK'), 'ISK', 'not-a-whole-unit'],
  ])('rejects %p in place of %s as %s', (input, currency, why) => {
    const refusalOf = (field?: string) => {
      try {
        positiveAmount(input, currency, field);
      } catch (refusal) {
        return refusal;
      }
      return null;
    };
    expect(refusalOf()).toMatchObject({ code: 'BAD_INPUT', details: { fields: { amount: why } } });
    expect(refusalOf('goal')).toMatchObject({ details: { fields: { goal: why } } });
  });

  test('is added only to amounts of the same currency', () => {
    expect(sumOf([money(1, 'USD'), money(2, 'USD')], 'USD')).toEqual({ amountMinor: 3n, currency: 'USD' });
    expect(sumOf([], 'JPY')).toEqual({ amountMinor: 0n, currency: 'JPY' });
    expect(() => sumOf([money(1, 'EUR')], 'USD')).toThrow('EUR cannot be added to USD.');
  });
});

test("maps a row's minor unit columns to amounts in its currency", () => {
  const row = { intendedMinor: '5000', coverMinor: 180n, currency: 'USD', name: 'Ana' };
  expect(amountsOf(row, ['intended', 'cover'])).toEqual({ intended: money(5000, 'USD'), cover: money(180, 'USD') });
});

describe('splitting a refund', () => {
  const gift = { intendedMinor: 5000n, coverMinor: 180n };

  test.each([
    [5180n, 0n, 5000n, 180n],
    [2000n, 0n, 2000n, 0n],
    [2000n, 4000n, 1000n, 1000n - 0n],
    [100n, 5000n, 0n, 100n],
    [80n, 5100n, 0n, 80n],
    [5001n, 0n, 5000n, 1n],
  ])('splits %s after %s into %s of the gift and %s of the cover', (amountMinor, refundedMinor, ofGift, ofCover) => {
    const generous = { intendedMinor: 5000n, coverMinor: 1000n };
    const from = ofCover > 180n ? generous : gift;
    expect(splitRefund({ amountMinor, refundedMinor, ...from })).toEqual({
      intendedMinor: ofGift,
      coverMinor: ofCover,
    });
  });

  test.each([
    [0n, 0n],
    [-1n, 0n],
    [5181n, 0n],
    [1n, 5180n],
  ])('rejects %s after %s', (amountMinor, refundedMinor) => {
    expect(() => splitRefund({ amountMinor, refundedMinor, ...gift })).toThrow(
      `A refund of ${amountMinor} out of ${5180n - refundedMinor}.`,
    );
  });

  test('returns exactly both parts over any sequence of refunds', () => {
    const amounts = fc.array(fc.bigInt({ min: 1n, max: 3000n }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 500n }), (pieces, coverMinor) => {
        const charged = pieces.reduce((a, b) => a + b, 0n);
        if (coverMinor >= charged) return;
        const whole = { intendedMinor: charged - coverMinor, coverMinor };
        let refundedMinor = 0n;
        const back = { gift: 0n, cover: 0n };
        for (const amountMinor of pieces) {
          const part = splitRefund({ amountMinor, refundedMinor, ...whole });
          // The cover is returned only after the whole gift.
          expect(part.coverMinor === 0n || back.gift + part.intendedMinor === whole.intendedMinor).toBe(true);
          back.gift += part.intendedMinor;
          back.cover += part.coverMinor;
          refundedMinor += amountMinor;
        }
        expect(back).toEqual({ gift: whole.intendedMinor, cover: coverMinor });
      }),
    );
  });
});
