import { emptyOfflineGift, inputOf, notAmounts, requiredOf } from './offline-values.js';

const cheque = { ...emptyOfflineGift, campaignId: 'c1', amount: '1,250.00', name: ' Ana ', receivedOn: '2026-11-24' };

test('a check becomes whole cents, and what was left empty is not sent', () => {
  const input = inputOf(cheque, 'USD', false);
  expect(input).toMatchObject({ method: 'CHEQUE', name: 'Ana', amount: { amountMinor: 125_000, currency: 'USD' } });
  expect(JSON.parse(JSON.stringify(input))).not.toHaveProperty('email');
});

test('a gift in kind has a description and never an amount', () => {
  const inKind = { ...cheque, method: 'IN_KIND', inKindDescription: '20 coats' };
  expect(requiredOf('IN_KIND')).not.toContain('amount');
  expect(inputOf(inKind, 'USD', true)).not.toHaveProperty('amount');
  expect(notAmounts({ ...inKind, amount: 'lots' }, 'USD')).toEqual([]);
});

test('what should be an amount and is none is named', () => {
  expect(notAmounts({ ...cheque, amount: 'lots' }, 'USD')).toEqual(['amount']);
  expect(notAmounts({ ...cheque, goodsDescription: 'Dinner', goodsValue: '' }, 'USD')).toEqual(['goodsValue']);
});
