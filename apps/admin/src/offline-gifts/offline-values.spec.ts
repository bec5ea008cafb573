import { parseMoney } from '@upstander/web-kit';
import { adminCatalogueOf } from '@upstander/web-kit/admin-catalogue';
import { emptyOfflineGift, inputOf, problemsOf, type OfflineValues } from './offline-values.js';

const { admin: t } = adminCatalogueOf('en');
/** Returns the fields with errors. */
const wrong = (values: OfflineValues) =>
  Object.entries(problemsOf(values, (text) => (parseMoney(text, 'USD') === null ? 'no amount' : undefined), t))
    .filter(([, why]) => why !== undefined)
    .map(([name]) => name);

const cheque = { ...emptyOfflineGift, campaignId: 'c1', amount: '1,250.00', name: ' Ana ', receivedOn: '2026-11-24' };

test('converts a check to cents and leaves out empty fields', () => {
  const input = inputOf(cheque, 'USD', false);
  expect(input).toMatchObject({ method: 'CHEQUE', name: 'Ana', amount: { amountMinor: 125_000, currency: 'USD' } });
  expect(JSON.parse(JSON.stringify(input))).not.toHaveProperty('email');
});

test('sends a gift in kind with a description and without an amount', () => {
  const inKind = { ...cheque, method: 'IN_KIND', inKindDescription: '20 coats' };
  expect(wrong({ ...inKind, inKindDescription: ' ' })).toEqual(['inKindDescription']);
  expect(inputOf(inKind, 'USD', true)).not.toHaveProperty('amount');
  expect(wrong({ ...inKind, amount: 'lots' })).toEqual([]);
});

test('reports invalid amounts', () => {
  expect(wrong({ ...cheque, amount: 'lots' })).toEqual(['amount']);
  expect(wrong({ ...cheque, goodsDescription: 'Dinner', goodsValue: '' })).toEqual(['goodsValue']);
});
