import { relativeTime } from './dates.js';

const now = new Date('2026-11-26T20:00:00Z');

test.each([
  ['2026-11-25T20:00:00Z', 'yesterday', 'ayer'],
  ['2026-11-27T20:00:00Z', 'tomorrow', 'mañana'],
  ['2026-11-23T20:00:00Z', '3 days ago', 'hace 3 días'],
  ['2026-11-26T18:00:00Z', '2 hours ago', 'hace 2 horas'],
])('formats %s as %s at noon on November 26 in Los Angeles', (at, english, spanish) => {
  expect(relativeTime('en', at, now)).toBe(english);
  expect(relativeTime('es', at, now)).toBe(spanish);
});
