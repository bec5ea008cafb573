import { covered } from './fee-cover';

/** docs.stripe.com’s rates, and what they cost worked out by hand: the same table that the ledger is tested with. */
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

for (const [feePercent, rows] of Object.entries(charges)) {
  test.each(rows)(`at ${feePercent} %% + 30¢ a gift of %i shows a charge of %i`, (intended, charged) => {
    const usd = (amountMinor: number) => ({ amountMinor, currency: 'USD' });
    expect(covered(usd(intended), { feePercent, feeFixed: usd(30) })).toEqual({
      intended: usd(intended),
      cover: { amountMinor: String(charged - intended), currency: 'USD' },
      charged: { amountMinor: String(charged), currency: 'USD' },
    });
  });
}

test('without a fee nothing is added', () => {
  const nothing = { amountMinor: 0, currency: 'USD' };
  expect(covered({ amountMinor: 777, currency: 'USD' }, { feePercent: '0', feeFixed: nothing }).cover).toEqual({
    amountMinor: '0',
    currency: 'USD',
  });
});
