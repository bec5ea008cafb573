import { datesOf, type Recurrence } from './series-dates.js';
import { datesOfRule, moveWeekday, readRule } from './series-rule.js';

const year = { from: '2026-09-01T00:00', to: '2027-08-31T23:59' };
const dates = (rule: string, firstLocal: string, until: string | null = null) =>
  datesOfRule({ rule, firstLocal, until }, year);

describe('a rule', () => {
  test('is normalized', () => {
    expect(readRule(' rrule:freq=weekly;byday=sa,su ')).toEqual({ rule: 'FREQ=WEEKLY;BYDAY=SA,SU' });
  });

  test.each([
    ['', 'not-a-rule'],
    ['FREQ=WEEKLY;FREQ=DAILY', 'not-a-rule'],
    ['FREQ=WEEKLY;BYDAY=1SA', 'not-a-rule'],
    ['FREQ=WEEKLY;BYHOUR=9,10', 'not-a-rule'],
    ['FREQ=WEEKLY;UNTIL=20270101T000000Z', 'not-a-rule'],
    ['FREQ=WEEKLY;INTERVAL=0', 'not-a-rule'],
    ['FREQ=WEEKLY;CONSTRUCTOR=1', 'not-a-rule'],
    ['FREQ=WEEKLY\nDTSTART:19700101T000000Z', 'not-a-rule'],
    ['FREQ=SECONDLY', 'too-frequent'],
    ['FREQ=MINUTELY;COUNT=2', 'too-frequent'],
    ['FREQ=HOURLY', 'too-frequent'],
    ['FREQ=DAILY;COUNT=10000', 'too-many'],
  ])('refuses %j', (rule, fault) => {
    expect(readRule(rule)).toEqual({ fault });
  });

  test('keeps its wall time across both clock changes', async () => {
    const saturdays = await dates('FREQ=WEEKLY;BYDAY=SU', '2026-10-25T09:00');
    expect(saturdays.slice(0, 2)).toEqual(['2026-10-25T09:00', '2026-11-01T09:00']);
    expect(saturdays).toContain('2027-03-14T09:00');
    expect(saturdays.every((date) => date.endsWith('T09:00'))).toBe(true);
  });

  test('includes times that clocks skip or repeat', async () => {
    expect(await dates('FREQ=DAILY;COUNT=3', '2027-03-13T02:30')).toContain('2027-03-14T02:30');
    expect(await dates('FREQ=DAILY;COUNT=3', '2026-10-31T01:30')).toContain('2026-11-01T01:30');
  });

  test('finds the first and third Saturday of each month', async () => {
    expect((await dates('FREQ=MONTHLY;BYDAY=1SA,3SA', '2026-12-05T09:00')).slice(0, 4)).toEqual([
      '2026-12-05T09:00',
      '2026-12-19T09:00',
      '2027-01-02T09:00',
      '2027-01-16T09:00',
    ]);
  });

  test('ends on its last day', async () => {
    expect(await dates('FREQ=WEEKLY', '2026-12-05T09:00', '2026-12-19')).toHaveLength(3);
  });

  test('has no dates if none exists, without a long search', async () => {
    expect(await dates('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-12-05T09:00')).toEqual([]);
    expect(await dates('FREQ=DAILY;BYDAY=MO;BYMONTH=2;BYMONTHDAY=31', '2026-12-05T09:00')).toEqual([]);
  });

  test('lets other work run while it is expanded', async () => {
    let turns = 0;
    let isDone = false;
    const count = () => {
      turns += 1;
      if (!isDone) setImmediate(count);
    };
    setImmediate(count);
    await dates('FREQ=DAILY', '2026-09-01T09:00');
    isDone = true;
    expect(turns).toBeGreaterThanOrEqual(6);
  });

  test('moves its weekday, unless there are several', () => {
    expect(moveWeekday('FREQ=WEEKLY;BYDAY=SA', 1)).toBe('FREQ=WEEKLY;BYDAY=SU');
    expect(moveWeekday('FREQ=WEEKLY;BYDAY=MO', -1)).toBe('FREQ=WEEKLY;BYDAY=SU');
    expect(moveWeekday('FREQ=WEEKLY;BYDAY=SA,SU', 1)).toBeNull();
    expect(moveWeekday('FREQ=MONTHLY;BYDAY=1SA', 1)).toBeNull();
  });
});

describe('the dates of a series', () => {
  const friday: Recurrence = {
    rule: 'FREQ=WEEKLY;BYDAY=FR',
    firstLocal: '2026-12-18T09:00',
    until: '2027-01-15',
    timeZone: 'America/Los_Angeles',
    extraDates: [],
    excludedDates: [],
    skipsHolidays: true,
  };

  test('skip federal holidays and say which', async () => {
    const list = await datesOf(friday, year);
    expect(list.filter(({ skipped }) => skipped)).toEqual([
      { local: '2026-12-25T09:00', isExtra: false, skipped: 'christmas' },
      { local: '2027-01-01T09:00', isExtra: false, skipped: 'new_year' },
    ]);
  });

  test('include extra dates, also on a holiday, and leave out excluded ones', async () => {
    const list = await datesOf(
      { ...friday, extraDates: ['2026-12-25T09:00'], excludedDates: ['2027-01-08T09:00'] },
      year,
    );
    expect(list.map(({ local, skipped }) => [local.slice(0, 10), skipped])).toEqual([
      ['2026-12-18', null],
      ['2026-12-25', null],
      ['2027-01-01', 'new_year'],
      ['2027-01-08', 'excluded'],
      ['2027-01-15', null],
    ]);
  });
});
