import { daysAfter } from '../parts/ui/dates';
import { endOfDay, startOfDay } from './days';

test('adds days across the end of a month and of a year', () => {
  expect(daysAfter('2026-11-25', 30)).toBe('2026-12-25');
  expect(daysAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
});

test('keeps a consent valid through its last day', () => {
  const hours = Date.parse(endOfDay('2026-05-03')) - Date.parse(startOfDay('2026-05-03'));
  expect(hours).toBe(86_399_000);
});
