import { variablesOf } from './roster-filters.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

test('a roster shows whoever has a place or waits for one', () => {
  expect(variablesOf('e', reader({})).filter).toEqual({ status: ['CONFIRMED', 'OFFERED', 'WAITLISTED'] });
});

test('one state, all states, and nonsense in the address', () => {
  expect(variablesOf('e', reader({ status: 'CANCELLED' })).filter).toEqual({ status: ['CANCELLED'] });
  expect(variablesOf('e', reader({ status: 'all' })).filter).toEqual({});
  expect(variablesOf('e', reader({ status: 'x' })).filter).toEqual({ status: ['CONFIRMED', 'OFFERED', 'WAITLISTED'] });
});

test('a shift and a text narrow it down', () => {
  const { filter } = variablesOf('e', reader({ shift: 's1', text: ' ana ', status: 'all' }));
  expect(filter).toEqual({ shiftId: 's1', text: 'ana' });
});

test('who has not confirmed yet, among those who have a place or wait for one', () => {
  expect(variablesOf('e', reader({ status: 'unconfirmed' })).filter).toEqual({
    status: ['CONFIRMED', 'OFFERED', 'WAITLISTED'],
    addressConfirmed: false,
  });
});
