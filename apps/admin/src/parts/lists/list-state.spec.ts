import { parseListState } from './list-state.js';

const reader = (values: Record<string, string>) => parseListState((name) => values[name] ?? '');

test('restores search text and filters from a bookmark', () => {
  const { text, oneOf } = reader({ text: ' ana ', status: 'VOID' });
  expect([text(), oneOf('status', { VALID: 'Valid', VOID: 'Void' })]).toEqual(['ana', 'VOID']);
});

test('ignores unknown filter values and an empty search', () => {
  const { text, oneOf } = reader({ text: '  ', status: 'constructor', sort: 'UP' });
  expect([text(), oneOf('status', { VOID: 'Void' }), oneOf('sort', ['NEWEST', 'OLDEST'])]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('includes the last day of a date range', () => {
  const { startOf } = reader({ from: '2026-11-01', to: '2026-11-01' });
  expect(new Date(startOf('from') ?? '').getHours()).toBe(0);
  expect(new Date(startOf('to', 1) ?? '').getDate()).toBe(2);
});

test.each(['yesterday', '2026-13-45', ''])('ignores an invalid date: %j', (from) => {
  expect(reader({ from }).startOf('from')).toBeUndefined();
});
