import { parseMoney } from '@upstander/web-kit';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { applicableValues, problemsOf } from './offline-values.js';

const { admin: t } = adminCatalogOf('en');
type Values = Parameters<typeof problemsOf>[0];

const wrong = (values: Values) =>
  Object.entries(problemsOf(values, (text) => (parseMoney(text, 'USD') === null ? 'no amount' : undefined), t))
    .filter(([, why]) => why !== undefined)
    .map(([name]) => name);

const check: Values = {
  method: 'CHEQUE',
  amount: '1,250.00',
  inKindDescription: '',
  goodsDescription: '',
  goodsValue: '',
};

test('sends a gift in kind with a description and without an amount', () => {
  const dollar = { amountMinor: 100, currency: 'USD' };
  const typed = { inKindDescription: '20 coats', amount: dollar, goodsDescription: null, goodsValue: dollar };
  expect(applicableValues({ ...typed, method: 'IN_KIND' })).toMatchObject({ amount: null, goodsValue: null });
  expect(applicableValues({ ...typed, method: 'CASH' })).toMatchObject({ amount: dollar, inKindDescription: null });
});

test('reports invalid amounts and a missing description', () => {
  expect(wrong(check)).toEqual([]);
  expect(wrong({ ...check, amount: 'lots' })).toEqual(['amount']);
  expect(wrong({ ...check, goodsDescription: 'Dinner' })).toEqual(['goodsValue']);
  expect(wrong({ ...check, method: 'IN_KIND', amount: 'lots' })).toEqual(['inKindDescription']);
});
