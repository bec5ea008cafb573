import { presetAmounts } from './amounts';

const minors = (amountMinor: number, currency: string) =>
  presetAmounts({ amountMinor, currency }).map((money) => money.amountMinor);

test('five amounts that people give', () => {
  expect(minors(100, 'USD')).toEqual([2500, 5000, 10_000, 25_000, 50_000]);
});

test('none of them is below the smallest gift', () => {
  expect(minors(6000, 'USD')).toEqual([10_000, 25_000, 50_000, 100_000, 250_000]);
});

test('a yen is worth about a cent', () => {
  expect(minors(100, 'JPY')).toEqual([2500, 5000, 10_000, 25_000, 50_000]);
});

test('a króna is counted in hundredths, and is worth about a cent all the same', () => {
  expect(minors(10_000, 'ISK')).toEqual([250_000, 500_000, 1_000_000, 2_500_000, 5_000_000]);
});
