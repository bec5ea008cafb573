import { variablesOf } from './plan-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('the newest monthly gifts, unless something is asked for', () => {
  expect(variablesOf(reader({}))).toEqual({ filter: {}, sort: 'NEWEST', first: 30, after: null });
});

test('a bookmark keeps its name, its state, its order and its page', () => {
  const variables = variablesOf(reader({ text: ' ana ', status: 'PAST_DUE', sort: 'OLDEST', after: 'x' }));
  expect(variables).toEqual({ filter: { text: 'ana', status: ['PAST_DUE'] }, sort: 'OLDEST', first: 30, after: 'x' });
});

test('a word that is no state is not sent', () => {
  expect(variablesOf(reader({ status: 'LOUD', sort: 'UP' }))).toMatchObject({ filter: {}, sort: 'NEWEST' });
});
