import { groupByDay } from './day-groups';

const event = (title: string, startsAt: string, timeZone: string) => ({ title, startsAt, timeZone });

test('groups events once per local start date', () => {
  const inOrder = [
    event('Saturday, in Los Angeles', '2026-12-06T04:00:00Z', 'America/Los_Angeles'),
    event('Sunday, in New York', '2026-12-06T05:30:00Z', 'America/New_York'),
    event('Saturday, late in Los Angeles', '2026-12-06T06:00:00Z', 'America/Los_Angeles'),
    event('Sunday, in Los Angeles', '2026-12-06T18:00:00Z', 'America/Los_Angeles'),
  ];
  const days = [...groupByDay(inOrder, (start) => start)].map(([day, events]) => [
    day,
    events.map(({ title }) => title),
  ]);
  expect(days).toEqual([
    ['2026-12-05', ['Saturday, in Los Angeles', 'Saturday, late in Los Angeles']],
    ['2026-12-06', ['Sunday, in New York', 'Sunday, in Los Angeles']],
  ]);
});
