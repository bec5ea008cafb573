import { variablesOf } from './event-filters';

const asked = (values: Record<string, string>) => variablesOf((name) => values[name] ?? '');

test('nothing said, everything shown', () => {
  expect(asked({})).toMatchObject({ kinds: null, accountId: null, from: null, until: null });
});

test('one kind, or all that was refused, or all that concerns power', () => {
  expect(asked({ kind: 'signed-in' }).kinds).toEqual(['signed-in']);
  expect(asked({ kind: 'refused' }).kinds).toContain('sign-in-failed');
  expect(asked({ kind: 'power' }).kinds).toContain('role-approved');
});

test('a span of days holds its last day', () => {
  const { from, until } = asked({ from: '2026-11-01', to: '2026-11-01' });
  expect(new Date(from ?? '').getDate()).toBe(1);
  expect(new Date(until ?? '').getDate()).toBe(2);
});
