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
    test.each(rows)(`at ${percent} %% + 30¢ a gift of %i is charged as %i`, (intended, charged) => {
      const cover = smallestCover(BigInt(intended), { percent, fixedMinor: 30 });
      expect(BigInt(intended) + cover).toBe(BigInt(charged));
    });
  }

  test('takes the least that is enough, whatever the amount and the rates', () => {
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

  test('a currency of whole units is charged in whole units', () => {
    const rates = { percent: '2.9', fixedMinor: 30 };
    // 1,000 krónur, counted in hundredths: 1,030.17 would be enough, and cannot be charged.
    expect(smallestCover(100_000n, rates, 100n)).toBe(3100n);
    expect(smallestCover(100_000n, rates)).toBe(3017n);
    expect(smallestCover(100n, { percent: '0', fixedMinor: 0 }, 100n)).toBe(0n);
  });

  test('the closed form takes a cent more on some amounts: why it is not used', () => {
    const closed = (d: number) => Math.ceil((d + 30) / (1 - 0.022));
    const dearer = Array.from({ length: 1000 }, (_, i) => i * 100 + 500).filter(
      (d) => BigInt(closed(d)) > BigInt(d) + smallestCover(BigInt(d), { percent: '2.2', fixedMinor: 30n }),
    );
    expect(dearer.length).toBeGreaterThan(300);
  });

  test('the fee is rounded half up', () => {
    expect(feeOn(50n, { percent: '1', fixedMinor: 0 })).toBe(1n);
    expect(feeOn(49n, { percent: '1', fixedMinor: 0 })).toBe(0n);
    expect(feeOn(150n, { percent: '1', fixedMinor: 30 })).toBe(32n);
    expect(feeOn(1000n, { percent: '12.5', fixedMinor: 0 })).toBe(125n);
  });

  test('nothing cannot be covered, and a rate is a percentage', () => {
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
