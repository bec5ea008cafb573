import { addFeeCover } from './fee-cover';

test('shows the gift, the covered fee and the total', () => {
  const usd = (amountMinor: number | string) => ({ amountMinor, currency: 'USD' });
  expect(addFeeCover(usd(5000), { feePercent: '2.9', feeFixed: usd(30) })).toEqual({
    intendedAmount: usd(5000),
    cover: usd('180'),
    chargedAmount: usd('5180'),
  });
});
