import { countLocalTimeOccurrences as byTheServer } from '@upstander/events';
import { countLocalTimeOccurrences } from '@upstander/web-kit';

test('the form and the API agree how often a local time occurs around clock changes in every time zone', () => {
  const zones = ['America/Los_Angeles', 'America/New_York', 'Australia/Lord_Howe', 'Europe/London', 'Asia/Kathmandu'];
  const days = ['2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01', '2027-03-14', '2027-03-28', '2027-06-01'];
  const times = Array.from({ length: 16 }, (_, i) => `T0${Math.floor(i / 4)}:${String((i % 4) * 15).padStart(2, '0')}`);
  const results = new Set<number>();
  for (const zone of zones) {
    for (const local of days.flatMap((day) => times.map((time) => day + time))) {
      const serverCount = byTheServer(local, zone);
      results.add(serverCount);
      expect([zone, local, countLocalTimeOccurrences(local, zone)]).toEqual([zone, local, serverCount]);
    }
  }
  expect([...results].sort()).toEqual([0, 1, 2]);
});
