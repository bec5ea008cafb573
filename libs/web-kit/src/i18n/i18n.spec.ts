import { catalogOf, refusalText } from '../words/catalog.js';
import { dayText, shortTimeRange, shortZoneName, timeRange, zoneName } from './dates.js';
import { localeFromHeader } from './locale.js';

test('picks the language by Accept-Language weights', () => {
  expect(localeFromHeader('es-MX,es;q=0.9,en;q=0.8')).toBe('es');
  expect(localeFromHeader('fr,en;q=0.3,es;q=0.7')).toBe('es');
  expect(localeFromHeader('fr, es;q=0')).toBe('en');
  expect(localeFromHeader(null)).toBe('en');
});

test("formats times in the event's zone and the reader's language", () => {
  const from = new Date('2026-12-05T17:00:00Z');
  const to = new Date('2026-12-05T20:00:00Z');
  const normalizeSpaces = (text: string): string => text.replace(/[\u2009\u202f\u00a0]/g, ' ');
  expect(normalizeSpaces(timeRange('en', from, to, 'America/Los_Angeles'))).toBe('9:00 AM – 12:00 PM');
  expect(normalizeSpaces(shortTimeRange('en', from, to, 'America/Los_Angeles'))).toBe('9 AM–12 PM');
  expect(normalizeSpaces(shortTimeRange('es', from, to, 'America/New_York'))).toBe('12–3 p.m.');
  const halfPast = new Date('2026-12-05T19:30:00Z');
  expect(normalizeSpaces(shortTimeRange('en', from, halfPast, 'America/Los_Angeles'))).toBe('9–11:30 AM');
  const nextDay = new Date('2026-12-06T14:00:00Z');
  expect(normalizeSpaces(timeRange('en', from, nextDay, 'America/Los_Angeles'))).toBe('9:00 AM – Dec 6, 6:00 AM');
  expect(normalizeSpaces(timeRange('es', from, nextDay, 'America/Los_Angeles'))).toMatch(/^9:00 .*– 6 dic/);
  expect(dayText('es', from, 'America/Los_Angeles', 2026)).toBe('sábado, 5 de diciembre');
  expect(shortZoneName('es', 'America/Los_Angeles', from)).toBe('PT');
  expect(zoneName('en', 'America/Los_Angeles', from)).toBe('Pacific Time');
  expect(zoneName('es', 'America/Los_Angeles', from)).toBe('hora del Pacífico');
  expect(zoneName('es', 'America/New_York', from)).toBe('hora del Este');
});

test('falls back to a general message for unknown refusal codes', () => {
  const words = catalogOf('en');
  expect(refusalText(words, 'TOO_MANY_TRIES')).toBe(words.refusals.TOO_MANY_TRIES);
  expect(refusalText(words, 'toString')).toBe(words.refusals.unknown);
  expect(refusalText(words, undefined)).toBe(words.refusals.unknown);
});
