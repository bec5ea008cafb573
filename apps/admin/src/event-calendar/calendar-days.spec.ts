import { eventsByDay, stepped, weeksOf } from './calendar-days';

describe('weeks of a calendar', () => {
  it('shows whole weeks from Sunday for a month', () => {
    const weeks = weeksOf('month', '2026-12-15');
    expect(weeks.map(([firstDay]) => firstDay)).toEqual([
      '2026-11-29',
      '2026-12-06',
      '2026-12-13',
      '2026-12-20',
      '2026-12-27',
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe('2027-01-02');
  });

  it('shows four weeks for a February that starts on a Sunday', () => {
    expect(weeksOf('month', '2026-02-28')).toHaveLength(4);
  });

  it('shows the week of a day, also over a clock change', () => {
    expect(weeksOf('week', '2026-11-01')).toEqual([
      ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-07'],
    ]);
  });
});

describe('steps of a calendar', () => {
  it('goes to the last day of shorter months and over the end of the year', () => {
    expect(stepped('month', '2027-01-31', 1)).toBe('2027-02-28');
    expect(stepped('month', '2026-12-05', 1)).toBe('2027-01-05');
    expect(stepped('month', '2026-01-31', -1)).toBe('2025-12-31');
    expect(stepped('week', '2026-12-28', 1)).toBe('2027-01-04');
  });
});

describe('events of a day', () => {
  const event = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, timeZone: 'America/Los_Angeles' });

  it('uses the time zone of the event', () => {
    const evening = event('2026-12-06T03:00:00Z', '2026-12-06T05:00:00Z');
    expect([...eventsByDay([evening]).keys()]).toEqual(['2026-12-05']);
  });

  it('shows an event on each of its days, but not on the day after midnight', () => {
    const untilMidnight = event('2026-12-05T17:00:00Z', '2026-12-06T08:00:00Z');
    const weekend = event('2026-12-05T17:00:00Z', '2026-12-06T22:00:00Z');
    expect([...eventsByDay([untilMidnight]).keys()]).toEqual(['2026-12-05']);
    expect([...eventsByDay([weekend]).keys()]).toEqual(['2026-12-05', '2026-12-06']);
  });
});
