import { readDates, writeDates } from './series-receipt';

const startsAt = (day: number) => new Date(Date.UTC(2027, 4, day, 2)).toISOString();

test('carries the outcome of each date, by its local day', () => {
  const outcomes = [
    { startsAt: startsAt(2), signup: { status: 'CONFIRMED' as const, position: null }, refusal: null },
    { startsAt: startsAt(9), signup: { status: 'WAITLISTED' as const, position: 12 }, refusal: null },
    { startsAt: startsAt(16), signup: null, refusal: { code: 'TOO_YOUNG' } },
  ];
  const text = writeDates({ outcomes }, 'America/Los_Angeles');
  expect(text).toBe('c20270501.w12-20270508.xTOO_YOUNG-20270515');
  expect(readDates(text)).toEqual([
    { day: '2027-05-01', status: 'CONFIRMED', position: null, refusal: null },
    { day: '2027-05-08', status: 'WAITLISTED', position: 12, refusal: null },
    { day: '2027-05-15', status: 'REFUSED', position: null, refusal: 'TOO_YOUNG' },
  ]);
});

test('ignores text that is no receipt', () => {
  expect(readDates('')).toEqual([]);
  expect(readDates('c20279999.<b>.c2027')).toEqual([]);
});
