import { noRepeat, ordinalOf, readRepeat, recurrenceOf, repeatOf, ruleOf, type RepeatValues } from './repeat-values';

const saturday = '2026-12-05';
const repeat = (values: Partial<RepeatValues>): RepeatValues => ({ ...noRepeat, ...values });

test.each([
  [{ every: 'day' }, 'FREQ=DAILY'],
  [{ every: 'week' }, 'FREQ=WEEKLY;BYDAY=SA'],
  [{ every: 'twoWeeks', weekdays: ['SU', 'TU'] }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU'],
  [{ every: 'month' }, 'FREQ=MONTHLY;BYDAY=1SA'],
  [{ every: 'month', ordinals: [3, 1] }, 'FREQ=MONTHLY;BYDAY=1SA,3SA'],
  [{ every: 'month', monthBy: 'date' }, 'FREQ=MONTHLY;BYMONTHDAY=5'],
  [{ every: 'week', ends: 'count', count: '6' }, 'FREQ=WEEKLY;BYDAY=SA;COUNT=6'],
] as const)('%j from December 5 is the rule %s', (values, rule) => {
  expect(ruleOf(repeat(values as Partial<RepeatValues>), saturday)).toBe(rule);
});

test('a fifth weekday of the month means the last', () => {
  expect(ordinalOf('2027-01-30')).toBe(5);
  expect(ruleOf(repeat({ every: 'month' }), '2027-01-30')).toBe('FREQ=MONTHLY;BYDAY=-1SA');
});

test.each([
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=SA',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU',
  'FREQ=MONTHLY;BYDAY=1SA,3SA',
  'FREQ=MONTHLY;BYMONTHDAY=5',
  'FREQ=YEARLY;BYMONTH=2',
  'FREQ=WEEKLY;BYDAY=SA;COUNT=6',
])('the rule %s is unchanged after opening and saving the form', (rule) => {
  const stored = { rule, until: null, extraDates: [], excludedDates: ['2026-12-12T09:00'], skipsHolidays: true };
  expect(recurrenceOf(repeatOf(stored), saturday)).toEqual(stored);
});

test('values are read from a draft', () => {
  expect(readRepeat('')).toEqual(noRepeat);
  expect(readRepeat(JSON.stringify({ every: 'week' }))).toEqual(repeat({ every: 'week' }));
});
