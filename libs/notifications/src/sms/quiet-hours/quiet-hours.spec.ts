import { zonesByAreaCode } from './area-codes.js';
import { textingTimeFrom, zonesOfNumber } from './quiet-hours.js';

const losAngeles = '+12135550123';
const newYork = '+12125550123';
const at = (time: string) => new Date(time);

test('texts at 8:59 p.m. and makes 9:00 p.m. wait until 8 a.m.', () => {
  expect(textingTimeFrom(at('2026-12-05T04:59:59Z'), losAngeles, null)).toEqual(at('2026-12-05T04:59:59Z'));
  expect(textingTimeFrom(at('2026-12-05T05:00:00Z'), losAngeles, null)).toEqual(at('2026-12-05T16:00:00Z'));
  expect(textingTimeFrom(at('2026-12-05T05:01:07Z'), losAngeles, null)).toEqual(at('2026-12-05T16:00:00Z'));
});

test('uses the stricter of the area code and the profile', () => {
  // 7:30 a.m. in Los Angeles, 10:30 a.m. in New York.
  expect(textingTimeFrom(at('2026-12-05T15:30:00Z'), newYork, 'America/Los_Angeles')).toEqual(
    at('2026-12-05T16:00:00Z'),
  );
  expect(textingTimeFrom(at('2026-12-05T15:30:00Z'), losAngeles, 'America/New_York')).toEqual(
    at('2026-12-05T16:00:00Z'),
  );
  // 6:30 p.m. and 9:30 p.m.
  expect(textingTimeFrom(at('2026-12-05T02:30:00Z'), losAngeles, 'America/New_York')).toEqual(
    at('2026-12-05T16:00:00Z'),
  );
});

test('waits for all zones of an area code that covers several', () => {
  expect(zonesOfNumber('+12085550123')).toEqual(['America/Denver', 'America/Los_Angeles']);
  expect(textingTimeFrom(at('2026-12-05T15:30:00Z'), '+12085550123', null)).toEqual(at('2026-12-05T16:00:00Z'));
});

test('keeps local times right when clocks change', () => {
  // Clocks move forward on March 14, 2027, and back on November 7.
  expect(textingTimeFrom(at('2027-03-14T06:00:00Z'), losAngeles, null)).toEqual(at('2027-03-14T15:00:00Z'));
  expect(textingTimeFrom(at('2027-11-07T06:00:00Z'), losAngeles, null)).toEqual(at('2027-11-07T16:00:00Z'));
});

test('ignores the profile if its hours never overlap with those of the number', () => {
  expect(textingTimeFrom(at('2026-12-05T13:00:00Z'), '+18675550123', 'Asia/Karachi')).toEqual(
    at('2026-12-05T16:00:00Z'),
  );
});

test('knows no toll-free, premium, Caribbean or foreign numbers, and no bad numbers', () => {
  for (const number of ['+18005550123', '+19005550123', '+18765550123', '+442079460123', '2135550123', '+1213555012'])
    expect(zonesOfNumber(number)).toBeNull();
  expect(zonesByAreaCode.size).toBe(420);
});
