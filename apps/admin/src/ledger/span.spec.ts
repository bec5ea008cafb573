import { spanOf } from './span.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';
const today = '2026-11-25';

test('defaults to the last twelve months by month', () => {
  expect(spanOf(reader({}), today)).toEqual({ from: '2025-11-01', to: '2026-11-25', unit: 'MONTH' });
});

test('keeps the dates and the unit of a bookmark', () => {
  const asked = { from: '2026-01-05', to: '2026-02-01', unit: 'DAY' };
  expect(spanOf(reader(asked), today)).toEqual(asked);
});

test('starts a year before the end if the range is reversed', () => {
  expect(spanOf(reader({ from: '2027-01-01', to: '2026-02-10' }), today).from).toBe('2025-02-01');
});
