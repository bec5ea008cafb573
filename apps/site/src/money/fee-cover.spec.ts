import { covered } from './fee-cover';

test('the page says what is given, what covering adds and what is then paid', () => {
  const usd = (amountMinor: number | string) => ({ amountMinor, currency: 'USD' });
  expect(covered(usd(5000), { feePercent: '2.9', feeFixed: usd(30) })).toEqual({
    intended: usd(5000),
    cover: usd('180'),
    charged: usd('5180'),
  });
});
