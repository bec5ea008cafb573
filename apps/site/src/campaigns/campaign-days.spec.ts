import { phaseOf, percentOf } from './campaign-days';

const campaign = { status: 'LIVE', timeZone: 'America/Los_Angeles', startsOn: null, endsOn: '2026-12-31' };
// 10:30 PM on December 31 in Los Angeles, January 1 in London.
const lateOnTheLastDay = new Date('2027-01-01T06:30:00Z');

test('ends a campaign at midnight in its own time zone', () => {
  expect(phaseOf(campaign, lateOnTheLastDay)).toEqual({ kind: 'ends', endsOn: '2026-12-31', daysLeft: 0 });
  expect(phaseOf(campaign, new Date('2027-01-01T08:00:00Z'))).toEqual({ kind: 'ended' });
  expect(phaseOf(campaign, new Date('2026-12-01T12:00:00Z'))).toMatchObject({ daysLeft: 30 });
});

test('reports paused and upcoming campaigns', () => {
  expect(phaseOf({ ...campaign, status: 'PAUSED' }, lateOnTheLastDay)).toEqual({ kind: 'paused' });
  expect(phaseOf({ ...campaign, startsOn: '2027-01-01', endsOn: null }, lateOnTheLastDay)).toMatchObject({
    kind: 'ahead',
  });
  expect(phaseOf({ ...campaign, endsOn: null }, lateOnTheLastDay)).toEqual({ kind: 'open' });
});

test('rounds the percentage down and allows more than 100', () => {
  const usd = (amountMinor: number | string) => ({ amountMinor });
  expect(percentOf(usd(99_999), usd(100_000))).toBe(99);
  expect(percentOf(usd(100_000), usd(100_000))).toBe(100);
  expect(percentOf(usd('18014398509481984'), usd('9007199254740992'))).toBe(200);
  expect(percentOf(usd(-5), usd(100))).toBe(0);
  expect(percentOf(usd(5), usd(0))).toBe(0);
});
