import fc from 'fast-check';
import { feeOn, smallestCover } from './fee-cover.js';

const charges = {
  '2.2': [
    [500, 542],
    [1000, 1053],
    [2500, 2587],
    [5000, 5143],
    [10000, 10256],
    [25000, 25593],
    [100000, 102280],
  ],
  '2.9': [
    [1000, 1061],
    [2500, 2606],
    [5000, 5180],
    [10000, 10330],
    [100000, 103017],
  ],
} as const;

describe('covering the fee', () => {
  for (const [percent, rows] of Object.entries(charges)) {
    test.each(rows)(`charges a gift of %i as %i at ${percent} %% + 30¢`, (intended, charged) => {
      const cover = smallestCover(BigInt(intended), { percent, fixedMinor: 30 });
      expect(BigInt(intended) + cover).toBe(BigInt(charged));
    });
  }

  test('adds the smallest sufficient amount for any gift and rates', () => {
    const rates = fc.record({
      percent: fc
        .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9999 }))
        .map(([a, b]) => `${a}.${String(b).padStart(4, '0')}`),
      fixedMinor: fc.bigInt({ min: 0n, max: 500n }),
    });
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 13n }), rates, (intended, rate) => {
        const charged = intended + smallestCover(intended, rate);
        expect(charged - feeOn(charged, rate)).toBeGreaterThanOrEqual(intended);
        expect(charged - 1n - feeOn(charged - 1n, rate)).toBeLessThan(intended);
      }),
      { numRuns: 2000 },
    );
  });

  test('charges whole units in a currency without fractions', () => {
    const rates = { percent: '2.9', fixedMinor: 30 };
    // 1,000 krónur in hundredths: 1,030.17 would suffice but can't be charged.
    expect(smallestCover(100_000n, rates, 100n)).toBe(3100n);
    expect(smallestCover(100_000n, rates)).toBe(3017n);
    expect(smallestCover(100n, { percent: '0', fixedMinor: 0 }, 100n)).toBe(0n);
  });

  test('is cheaper than the closed formula for some amounts', () => {
    const closedForm = (d: number) => Math.ceil((d + 30) / (1 - 0.022));
    const dearer = Array.from({ length: 1000 }, (_, i) => i * 100 + 500).filter(
      (d) => BigInt(closedForm(d)) > BigInt(d) + smallestCover(BigInt(d), { percent: '2.2', fixedMinor: 30n }),
    );
    expect(dearer.length).toBeGreaterThan(300);
  });

  test('rounds the fee half up', () => {
    expect(feeOn(50n, { percent: '1', fixedMinor: 0 })).toBe(1n);
    expect(feeOn(49n, { percent: '1', fixedMinor: 0 })).toBe(0n);
    expect(feeOn(150n, { percent: '1', fixedMinor: 30 })).toBe(32n);
    expect(feeOn(1000n, { percent: '12.5', fixedMinor: 0 })).toBe(125n);
  });

  test('rejects gifts of zero and invalid rates', () => {
    for (const nothing of [0n, -1n]) {
      expect(() => smallestCover(nothing, { percent: '2.9', fixedMinor: 30 })).toThrow(
        new RangeError('Only a gift has a fee to cover.'),
      );
    }
    for (const percent of ['', '2.', 'x2.9', '2.9x', '100', '1.23456', '-1']) {
      expect(() => smallestCover(100n, { percent, fixedMinor: 30 })).toThrow(`Not a percentage: ${percent}`);
    }
    expect(smallestCover(1n, { percent: '0', fixedMinor: 30 })).toBe(30n);
  });
});
