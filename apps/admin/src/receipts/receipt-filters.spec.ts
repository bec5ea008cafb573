import { variablesOf, yearsUntil } from './receipt-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('all receipts, unless something is asked for', () => {
  expect(variablesOf(reader({}))).toEqual({ filter: {}, first: 30, after: null });
});

test('a bookmark keeps its words, its state and its year', () => {
  const { filter } = variablesOf(reader({ text: ' 1204 ', status: 'VOID', year: '2026' }));
  expect(filter).toEqual({ text: '1204', status: 'VOID', year: 2026 });
});

test('a word that is no year or state is not sent', () => {
  expect(variablesOf(reader({ status: 'LOST', year: 'last' })).filter).toEqual({});
});

test('the years stand with the latest first', () => {
  expect(yearsUntil(new Date(2026, 5, 1)).slice(0, 2)).toEqual([
    ['2026', '2026'],
    ['2025', '2025'],
  ]);
});
