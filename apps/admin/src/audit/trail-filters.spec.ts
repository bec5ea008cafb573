import { variablesOf } from './trail-filters';

const asked = (values: Record<string, string>) => variablesOf((name) => values[name] ?? '').filter;

test('nothing said, everything shown', () => {
  expect(asked({})).toEqual({});
});

test('a span of days holds its last day', () => {
  const { from, to } = asked({ from: '2026-11-01', to: '2026-11-01' }) ?? {};
  expect(new Date(to ?? '').valueOf() - new Date(from ?? '').valueOf()).toBeGreaterThan(22 * 3_600_000);
  expect(new Date(from ?? '').getHours()).toBe(0);
  expect(new Date(to ?? '').getDate()).toBe(2);
});

test.each(['yesterday', '2026-13-45', ''])('what is no day is left out: %j', (from) => {
  expect(asked({ from })).toEqual({});
});
