import { rangeOf, spanOf } from './months';

test('a span is whole months, this one among them', () => {
  expect(rangeOf('3', '2026-11-25')).toEqual({ from: '2026-09-01', to: '2026-11-25' });
  expect(rangeOf('12', '2026-01-31')).toEqual({ from: '2025-02-01', to: '2026-01-31' });
});

test('a span that is none is a year', () => {
  expect(spanOf('99')).toBe('12');
});
