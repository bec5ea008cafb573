import { presetAmounts } from './amounts';

const minors = (amountMinor: number, currency: string, story = '', suggested: number[] = []) =>
  presetAmounts({
    minimum: { amountMinor, currency },
    storyHtml: story,
    suggestedAmounts: suggested.map((one) => ({ amountMinor: one })),
  }).map((money) => money.amountMinor);

test('suggests five common amounts', () => {
  expect(minors(100, 'USD')).toEqual([2500, 5000, 10_000, 25_000, 50_000]);
});

test('suggests no amount below the minimum gift', () => {
  expect(minors(6000, 'USD')).toEqual([10_000, 25_000, 50_000, 100_000, 250_000]);
});

test('suggests a hundred times the number in yen', () => {
  expect(minors(100, 'JPY')).toEqual([2500, 5000, 10_000, 25_000, 50_000]);
});

test('suggests a hundred times the number in krónur, although they have hundredths', () => {
  expect(minors(10_000, 'ISK')).toEqual([250_000, 500_000, 1_000_000, 2_500_000, 5_000_000]);
});

test('includes an amount mentioned in the story', () => {
  expect(minors(100, 'USD', 'A motel room is $62 a night. We need $12,500 in all.')).toEqual([
    5000, 6200, 10_000, 25_000, 50_000,
  ]);
  expect(minors(100, 'USD', '$62 is a night, US$ 140.50 a week of meals, and $75 a bus ticket.')).toEqual([
    5000, 6200, 14_050, 25_000, 50_000,
  ]);
  expect(minors(100, 'EUR', 'Eine Nacht kostet 62 €, ein Kurs €180.')).toEqual([5000, 6200, 10_000, 18_000, 50_000]);
});

test.each([
  ['numbers that are not amounts', 'In 2025 we helped 62 people on 3 evenings.'],
  ['amounts below the minimum or above the usual', '$3 a coffee; $1,500 a month of rent.'],
  ['amounts in other currencies', '62 € and £40.'],
])('ignores %s', (_, story) => {
  expect(minors(500, 'USD', story)).toEqual([2500, 5000, 10_000, 25_000, 50_000]);
});

test('shows amounts with a text and 50, and no others', () => {
  const story = 'A motel room is $62 a night.';
  expect(minors(100, 'USD', story, [900, 14_050])).toEqual([900, 5000, 14_050]);
  expect(minors(100, 'USD', story, [2500, 5000])).toEqual([2500, 5000]);
  expect(minors(100, 'USD', story, [1000, 2000, 3000, 4000, 6000])).toEqual([1000, 2000, 3000, 4000, 5000]);
  // Amounts below the minimum get no button.
  expect(minors(6000, 'USD', story, [900, 7000])).toEqual([7000]);
  expect(minors(1000, 'USD', story, [900])).toEqual([5000, 6200, 10_000, 25_000, 50_000]);
});

test('parses a long story of digits quickly', () => {
  expect(minors(100, 'USD', '$' + '1,'.repeat(10_000) + '62 $'.repeat(5_000))).toContain(6200);
});
