import { receiptDuties, usRules } from './receipt-rules.js';

const dollars = (amount: number) => BigInt(Math.round(amount * 100));
const dutiesFor = (paid: number, goods = 0, currency = 'USD', inKind = false) =>
  receiptDuties({ paidMinor: dollars(paid), goodsValueMinor: dollars(goods), currency, inKind });

describe('legal requirements for receipts (IRS Publication 1771)', () => {
  test.each([
    [249.99, false],
    [250, true],
    [250.01, true],
    [5, false],
    [10_000, true],
  ])('a single gift of $%s requires a written acknowledgment: %s', (paid, needed) => {
    expect(dutiesFor(paid).acknowledgment).toBe(needed);
  });

  test('treats twelve payments of $25 as twelve gifts that need no acknowledgment', () => {
    const year = Array.from({ length: 12 }, () => dutiesFor(25));
    expect(year.every(({ acknowledgment }) => !acknowledgment)).toBe(true);
  });

  test.each([
    [100, 40, true, 60],
    [75, 40, false, 35],
    [75.01, 40, true, 35.01],
    [80, 5.01, true, 74.99],
    [100, 0, false, 100],
    [100, 100, true, 0],
    [100, 140, true, 0],
    [50, 40, false, 10],
    [80, 0.01, true, 79.99],
  ])(
    'for a payment of $%s with goods worth $%s: disclosure %s, deductible $%s',
    (paid, goods, disclosed, deductible) => {
      expect(dutiesFor(paid, goods)).toMatchObject({ disclosure: disclosed, deductibleMinor: dollars(deductible) });
    },
  );

  test('acknowledges a gift in kind without a value', () => {
    expect(dutiesFor(0, 0, 'USD', true)).toEqual({ acknowledgment: true, disclosure: false, deductibleMinor: null });
    expect(dutiesFor(0, 40, 'USD', true)).toEqual({ acknowledgment: true, disclosure: false, deductibleMinor: null });
  });

  test('applies every requirement to amounts in other currencies', () => {
    expect(dutiesFor(1, 0, 'EUR')).toEqual({ acknowledgment: true, disclosure: false, deductibleMinor: 100n });
    expect(dutiesFor(1, 0.5, 'EUR')).toEqual({ acknowledgment: true, disclosure: true, deductibleMinor: 50n });
  });

  test('keeps the statutory amounts as data', () => {
    expect(usRules).toEqual({ currency: 'USD', acknowledgmentFromMinor: 25_000n, disclosureAboveMinor: 7_500n });
  });
});
