import { formatDay, formatDateTime, formatRange } from './format-when.js';

const la = 'America/Los_Angeles';

test('formats a shift with weekday and time zone, in local time and both languages', () => {
  const starts = new Date('2026-12-05T17:00:00Z');
  const ends = new Date('2026-12-05T20:30:00Z');
  expect(formatRange(starts, ends, la, 'en')).toBe('Saturday, December 5, 2026, 9:00 AM to 12:30 PM (Pacific Time)');
  expect(formatRange(starts, ends, la, 'es')).toBe(
    'sábado, 5 de diciembre de 2026, de 9:00 a.m. a 12:30 p.m. (hora del Pacífico)',
  );
  expect(formatDay(starts, la, 'es')).toBe('sábado, 5 de diciembre');
});

test('names the Eastern time zone in Spanish as people in the United States do', () => {
  const at = new Date('2026-12-05T17:00:00Z');
  expect(formatDateTime(at, 'America/New_York', 'es')).toBe(
    'sábado, 5 de diciembre de 2026, 12:00 p.m. (hora del Este)',
  );
  // Twice that night, so the name says daylight or standard time.
  const ambiguousTime = new Date('2026-11-01T05:30:00Z');
  expect(formatDateTime(ambiguousTime, 'America/New_York', 'es')).toContain('(hora de verano del Este)');
});

test('names both days of a night shift', () => {
  expect(formatRange(new Date('2026-12-06T06:00:00Z'), new Date('2026-12-06T14:00:00Z'), la, 'en')).toBe(
    'Saturday, December 5, 2026, 10:00 PM to Sunday, December 6, 2026, 6:00 AM (Pacific Time)',
  );
});

test('tells the two occurrences of a repeated hour apart by zone name', () => {
  expect(formatRange(new Date('2026-11-01T08:30:00Z'), new Date('2026-11-01T12:00:00Z'), la, 'en')).toBe(
    'Sunday, November 1, 2026, 1:30 AM (Pacific Daylight Time) to 4:00 AM (Pacific Standard Time)',
  );
  expect(formatDateTime(new Date('2026-11-01T09:30:00Z'), la, 'en')).toBe(
    'Sunday, November 1, 2026, 1:30 AM (Pacific Standard Time)',
  );
});

test('formats times in a zone with a 45-minute offset', () => {
  expect(formatDateTime(new Date('2026-12-05T04:15:00Z'), 'Asia/Kathmandu', 'en')).toBe(
    'Saturday, December 5, 2026, 10:00 AM (Nepal Time)',
  );
});
