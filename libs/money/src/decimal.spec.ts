import fc from 'fast-check';
import { currenciesWith, decimals, isCurrency, smallestStep } from './currencies.js';
import { decimalText, formatMoney, parseMoney } from './decimal.js';

describe('parsing amounts', () => {
  test.each([
    ['25', 'USD', 2500n],
    ['$25', 'USD', 2500n],
    ['25 USD', 'USD', 2500n],
    ['usd 25', 'USD', 2500n],
    ['25 €', 'EUR', 2500n],
    ['19.99', 'USD', 1999n],
    ['19.9', 'USD', 1990n],
    ['0.05', 'USD', 5n],
    ['25,50', 'USD', 2550n],
    ['1,000', 'USD', 100_000n],
    ['1,234,567.89', 'USD', 123_456_789n],
    ['1.234,50', 'USD', 123_450n],
    ['12.345.678,90', 'USD', 1_234_567_890n],
    ['12,345', 'USD', 1_234_500n],
    ['1 234.50', 'USD', 123_450n],
    ['1\u202f234,50', 'EUR', 123_450n],
    ['5000', 'JPY', 5000n],
    ['5,000', 'JPY', 5000n],
    ['1.5', 'KWD', 1500n],
    ['1,234.567', 'KWD', 1_234_567n],
    ['1234.567', 'KWD', 1_234_567n],
    ['12', 'ISK', 1200n],
    ['123456789012345', 'USD', 12_345_678_901_234_500n],
  ])('parses "%s" in %s as %s', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toBe(minor);
  });

  test.each([
    ['', 'USD'],
    ['$', 'USD'],
    ['-5', 'USD'],
    ['+5', 'USD'],
    ['abc', 'USD'],
    ['5e3', 'USD'],
    ['0x10', 'USD'],
    ['1.234', 'USD'],
    ['1.234', 'KWD'],
    ['12.345', 'KWD'],
    ['19.999', 'USD'],
    ['1,23,456', 'USD'],
    ['1,2345', 'USD'],
    ['12.34.56', 'USD'],
    ['25.', 'USD'],
    ['.5', 'USD'],
    ['5000.5', 'JPY'],
    ['12.5', 'ISK'],
    ['1234567890123456', 'USD'],
    ['25 EUR', 'USD'],
    ['$25$1', 'USD'],
    ['x25', 'USD'],
    ['25,50x', 'USD'],
    ['x25,50', 'USD'],
  ])('rejects "%s" in %s', (text, currency) => {
    expect(parseMoney(text, currency)).toBeNull();
  });

  test('parses every formatted amount back exactly', () => {
    const amounts = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(amounts, fc.constantFrom('USD', 'JPY', 'EUR'), (minor, currency) => {
        expect(parseMoney(decimalText(minor, currency), currency)).toBe(minor);
      }),
    );
  });
});

describe('formatting amounts', () => {
  test.each([
    [1950n, 'USD', '19.50'],
    [5n, 'USD', '0.05'],
    [-5n, 'USD', '-0.05'],
    [-123_456n, 'USD', '-1234.56'],
    [0n, 'USD', '0.00'],
    [5000n, 'JPY', '5000'],
    [-1n, 'JPY', '-1'],
    [1n, 'KWD', '0.001'],
    [9_007_199_254_740_993n, 'USD', '90071992547409.93'],
  ])('formats %s of %s as %s', (minor, currency, text) => {
    expect(decimalText(minor, currency)).toBe(text);
  });

  test.each([
    [2500n, 'USD', 'en', false, '$25.00'],
    [2500n, 'USD', 'es', false, '$25.00'],
    [123_450n, 'USD', 'en', false, '$1,234.50'],
    [123_450n, 'USD', 'es', false, '$1,234.50'],
    [123_450n, 'EUR', 'de', false, '1.234,50\u00a0€'],
    [2500n, 'USD', 'en', true, '$25'],
    [2550n, 'USD', 'en', true, '$25.50'],
    [-2500n, 'USD', 'en', false, '-$25.00'],
    [5000n, 'JPY', 'en', false, '¥5,000'],
    [1200n, 'ISK', 'en', false, 'ISK\u00a012'],
    [9_007_199_254_740_993n, 'USD', 'en', false, '$90,071,992,547,409.93'],
  ])('formats %s of %s in %s (short: %s) as %s', (amountMinor, currency, locale, short, text) => {
    expect(formatMoney({ amountMinor, currency }, locale, { short })).toBe(text);
  });

  test('omits cents only on request', () => {
    expect(formatMoney({ amountMinor: 4000n, currency: 'MXN' }, 'en')).toBe('MX$40.00');
    expect(formatMoney({ amountMinor: 4000n, currency: 'MXN' }, 'en', {})).toBe('MX$40.00');
  });

  test('creates one formatter per language and currency', () => {
    const made = jest.spyOn(Intl, 'NumberFormat');
    for (const amountMinor of [100n, 250n, 7n]) formatMoney({ amountMinor, currency: 'CAD' }, 'en');
    expect(made).toHaveBeenCalledTimes(1);
    made.mockRestore();
  });
});

test("uses Stripe's decimals for each currency", () => {
  expect(
    ['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(
      decimals,
    ),
  ).toEqual(Array(15).fill(0));
  expect(['BHD', 'JOD', 'KWD', 'OMR', 'TND'].map(decimals)).toEqual(Array(5).fill(3));
  expect(['USD', 'EUR', 'MXN', 'ISK', 'UGX'].map(decimals)).toEqual(Array(5).fill(2));
  expect(currenciesWith(3)).toEqual(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
  expect(currenciesWith(0)).toHaveLength(15);
  expect(currenciesWith(0)).toContain('JPY');
  expect(['ISK', 'UGX', 'USD', 'JPY'].map(smallestStep)).toEqual([100n, 100n, 1n, 1n]);
  expect(['USD', 'usd', 'US', 'USDT', 'xUSD', ''].map(isCurrency)).toEqual([true, false, false, false, false, false]);
});
