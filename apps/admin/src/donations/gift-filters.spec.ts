import { exportPath, variablesOf } from './gift-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('the newest gifts, unless something is asked for', () => {
  expect(variablesOf(reader({}))).toEqual({ filter: {}, sort: 'NEWEST', first: 30, after: null });
});

test('a bookmark keeps every filter', () => {
  const asked = {
    text: ' ana ',
    status: 'DISPUTED',
    method: 'CASH',
    frequency: 'MONTHLY',
    campaign: 'c1',
    sort: 'LARGEST',
  };
  expect(variablesOf(reader(asked))).toMatchObject({
    filter: { text: 'ana', status: ['DISPUTED'], method: ['CASH'], frequency: 'MONTHLY', campaignId: 'c1' },
    sort: 'LARGEST',
  });
});

test('the last day is included', () => {
  const { filter } = variablesOf(reader({ from: '2026-11-24', until: '2026-11-24' }));
  expect(Date.parse(filter?.to ?? '') - Date.parse(filter?.from ?? '')).toBe(86_400_000);
});

test('what is no state, way or day is not sent', () => {
  expect(variablesOf(reader({ status: 'LOUD', method: 'SHELLS', from: 'soon' })).filter).toEqual({});
});

test('the file asks for the same gifts as the list', () => {
  const asked = { text: ' ana ', status: 'PAID', until: '2026-11-24', sort: 'LARGEST' };
  const { searchParams } = new URL(exportPath(reader(asked)), 'https://example.org');
  expect(Object.fromEntries(searchParams)).toMatchObject({ text: 'ana', status: 'PAID', to: '2026-11-24' });
  expect(searchParams.has('sort')).toBe(false);
});
