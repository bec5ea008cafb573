import { rangeOf, spanOf } from './months';

test('covers whole months including the current one', () => {
  expect(rangeOf('3', '2026-11-25')).toEqual({ from: '2026-09-01', to: '2026-11-25' });
  expect(rangeOf('12', '2026-01-31')).toEqual({ from: '2025-02-01', to: '2026-01-31' });
});

test('defaults to a year if the span is invalid', () => {
  expect(spanOf('99')).toBe('12');
});
