import { spanOf } from './span.js';

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';
const today = '2026-11-25';

test('twelve months until today, by months, unless something is asked for', () => {
  expect(spanOf(reader({}), today)).toEqual({ from: '2025-11-01', to: '2026-11-25', unit: 'MONTH' });
});

test('a bookmark keeps its days and its steps', () => {
  const asked = { from: '2026-01-05', to: '2026-02-01', unit: 'DAY' };
  expect(spanOf(reader(asked), today)).toEqual(asked);
});

test('a span that ends before it begins begins a year earlier instead', () => {
  expect(spanOf(reader({ from: '2027-01-01', to: '2026-02-10' }), today).from).toBe('2025-02-01');
});
