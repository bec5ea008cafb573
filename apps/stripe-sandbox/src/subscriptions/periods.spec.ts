import { nextPeriod, periodEnd } from './periods.js';

const at = (text: string) => Date.parse(text) / 1000;

test.each([
  ['2026-01-31T10:30:00Z', 1, '2026-02-28T10:30:00Z'],
  ['2026-01-31T10:30:00Z', 2, '2026-03-31T10:30:00Z'],
  ['2028-01-30T00:00:00Z', 1, '2028-02-29T00:00:00Z'],
  ['2026-11-15T23:59:59Z', 2, '2027-01-15T23:59:59Z'],
])('counts from %s, %i month(s) later, up to the last day of a shorter month', (anchor, n, end) => {
  expect(periodEnd(at(anchor), 'month', 1, n)).toBe(at(end));
});

test('returns to the anchor day after a short month', () => {
  const anchor = at('2026-01-31T10:30:00Z');
  const february = nextPeriod(anchor, 'month', 1, at('2026-01-31T10:30:00Z'));
  expect(february.end).toBe(at('2026-02-28T10:30:00Z'));
  expect(nextPeriod(anchor, 'month', 1, february.end)).toEqual({
    start: at('2026-02-28T10:30:00Z'),
    end: at('2026-03-31T10:30:00Z'),
  });
});

test('supports days, weeks and years', () => {
  const anchor = at('2028-02-29T12:00:00Z');
  expect(periodEnd(anchor, 'day', 10, 1)).toBe(at('2028-03-10T12:00:00Z'));
  expect(periodEnd(anchor, 'week', 1, 2)).toBe(at('2028-03-14T12:00:00Z'));
  expect(periodEnd(anchor, 'year', 1, 1)).toBe(at('2029-02-28T12:00:00Z'));
});
