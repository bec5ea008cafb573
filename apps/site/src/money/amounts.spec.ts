import { presetAmounts } from './amounts';

const minors = (amountMinor: number, currency: string, story = '', suggested: number[] = []) =>
  presetAmounts({
    minimum: { amountMinor, currency },
    storyHtml: story,
    suggestedAmounts: suggested.map((one) => ({ amountMinor: one })),
  }).map((money) => money.amountMinor);

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

test('an amount that the story speaks of is among them', () => {
  expect(minors(100, 'USD', 'A motel room is $62 a night. We need $12,500 in all.')).toEqual([
    2500, 6200, 10_000, 25_000, 50_000,
  ]);
  expect(minors(100, 'USD', '$62 is a night, US$ 140.50 a week of meals, and $75 a bus ticket.')).toEqual([
    2500, 6200, 14_050, 25_000, 50_000,
  ]);
  expect(minors(100, 'EUR', 'Eine Nacht kostet 62 €, ein Kurs €180.')).toEqual([2500, 6200, 10_000, 18_000, 50_000]);
});

test.each([
  ['numbers that are no money', 'In 2025 we helped 62 people on 3 evenings.'],
  ['less than a gift may be, or more than people give at once', '$3 a coffee; $1,500 a month of rent.'],
  ['money of another kind', '62 € and £40.'],
])('%s are left alone', (_, story) => {
  expect(minors(500, 'USD', story)).toEqual([2500, 5000, 10_000, 25_000, 50_000]);
});

test('amounts of which it is said what they do come before those of the story, also small ones', () => {
  const story = 'A motel room is $62 a night.';
  expect(minors(100, 'USD', story, [900, 14_050])).toEqual([900, 5000, 14_050, 25_000, 50_000]);
  expect(minors(100, 'USD', story, [2500])).toEqual([2500, 5000, 10_000, 25_000, 50_000]);
  expect(minors(100, 'USD', story, [1000, 2000, 3000, 4000, 6000])).toEqual([1000, 2000, 3000, 4000, 6000]);
  // Amounts below the minimum get no button.
  expect(minors(1000, 'USD', story, [900])).toEqual([2500, 6200, 10_000, 25_000, 50_000]);
});

test('a story of digits is read in no time', () => {
  expect(minors(100, 'USD', '$' + '1,'.repeat(10_000) + '62 $'.repeat(5_000))).toContain(6200);
});
