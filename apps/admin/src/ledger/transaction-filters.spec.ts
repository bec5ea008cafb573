import { variablesOf } from './transaction-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('everything that happened, unless something is asked for', () => {
  expect(variablesOf(reader({}))).toEqual({ filter: {}, first: 30, after: null });
});

test('an account opens what happened on it, a gift what happened to it', () => {
  expect(variablesOf(reader({ account: 'a1' })).filter).toEqual({ accountId: 'a1' });
  expect(variablesOf(reader({ subject: 'g1', text: ' ch_1 ' })).filter).toEqual({ subjectId: 'g1', text: 'ch_1' });
});
