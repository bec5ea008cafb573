import { nextPeriod, periodEnd } from './periods.js';

const secondsOf = (text: string) => Date.parse(text) / 1000;

test.each([
  ['2026-01-31T10:30:00Z', 1, '2026-02-28T10:30:00Z'],
  ['2026-01-31T10:30:00Z', 2, '2026-03-31T10:30:00Z'],
  ['2028-01-30T00:00:00Z', 1, '2028-02-29T00:00:00Z'],
  ['2026-11-15T23:59:59Z', 2, '2027-01-15T23:59:59Z'],
])('counts from %s, %i month(s) later, up to the last day of a shorter month', (anchor, n, end) => {
  expect(periodEnd(secondsOf(anchor), 'month', 1, n)).toBe(secondsOf(end));
});

test('returns to the anchor day after a short month', () => {
  const anchor = secondsOf('2026-01-31T10:30:00Z');
  const february = nextPeriod(anchor, 'month', 1, secondsOf('2026-01-31T10:30:00Z'));
  expect(february.end).toBe(secondsOf('2026-02-28T10:30:00Z'));
  expect(nextPeriod(anchor, 'month', 1, february.end)).toEqual({
    start: secondsOf('2026-02-28T10:30:00Z'),
    end: secondsOf('2026-03-31T10:30:00Z'),
  });
});

test('supports days, weeks and years', () => {
  const anchor = secondsOf('2028-02-29T12:00:00Z');
  expect(periodEnd(anchor, 'day', 10, 1)).toBe(secondsOf('2028-03-10T12:00:00Z'));
  expect(periodEnd(anchor, 'week', 1, 2)).toBe(secondsOf('2028-03-14T12:00:00Z'));
  expect(periodEnd(anchor, 'year', 1, 1)).toBe(secondsOf('2029-02-28T12:00:00Z'));
});
