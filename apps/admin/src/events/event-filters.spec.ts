import { variablesOf, viewOf } from './event-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('without a word the list begins today and the soonest comes first', () => {
  expect(variablesOf(reader({}), '2026-12-05')).toEqual({
    filter: { from: '2026-12-05' },
    status: null,
    sort: 'STARTS_AT',
    first: 20,
    after: null,
  });
});

test('the past ends yesterday and is read backwards', () => {
  const { filter, sort } = variablesOf(reader({ view: 'past' }), '2027-01-01');
  expect(filter).toEqual({ to: '2026-12-31' });
  expect(sort).toBe('STARTS_AT_DESC');
});

test('dates that somebody chose win over the view', () => {
  const { filter } = variablesOf(reader({ from: '2026-01-01', to: '2026-02-01' }), '2026-12-05');
  expect(filter).toEqual({ from: '2026-01-01', to: '2026-02-01' });
});

test('an address with nonsense in it lists what it can', () => {
  expect(viewOf('nonsense')).toBe('upcoming');
  expect(variablesOf(reader({ status: 'NONSENSE', sort: 'x' }), '2026-12-05').status).toBeNull();
});
