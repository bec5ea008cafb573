import { intlTag, type Locale } from './locale.js';

/*
 * Building an Intl formatter costs far more than using it, and there are few (locale, zone, shape) combinations:
 * the zones of the chapters. The bound only guards against a hostile list of zones.
 */
const made = new Map<string, unknown>();
const most = 500;

function once<T>(key: string, make: () => T): T {
  const found = made.get(key) as T | undefined;
  if (found !== undefined) return found;
  if (made.size >= most) made.clear();
  const fresh = make();
  made.set(key, fresh);
  return fresh;
}

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(`${locale}|${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(intlTag(locale), options));
}

/** “Saturday, December 5” (with the year when it is not `thisYear`). */
export function dayText(locale: Locale, instant: Date, timeZone: string, thisYear?: number): string {
  const year = yearIn(instant, timeZone);
  const shape: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', timeZone };
  return formatter(locale, thisYear === year ? shape : { ...shape, year: 'numeric' }).format(instant);
}

/** “Dec 5, 2026”. */
export function shortDate(locale: Locale, instant: Date, timeZone: string): string {
  return formatter(locale, { dateStyle: 'medium', timeZone }).format(instant);
}

/** The parts of a calendar leaf: { month: 'Dec', day: '5', weekday: 'Sat' }. */
export function leafParts(
  locale: Locale,
  instant: Date,
  timeZone: string,
): { month: string; day: string; weekday: string } {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    formatter(locale, { ...options, timeZone })
      .format(instant)
      .replace('.', '');
  return { month: part({ month: 'short' }), day: part({ day: 'numeric' }), weekday: part({ weekday: 'short' }) };
}

/** “9:00 AM – 12:00 PM”; with days where it ends on another day. */
export function timeRange(locale: Locale, from: Date, to: Date, timeZone: string): string {
  const sameDay = isoDay(from, timeZone) === isoDay(to, timeZone);
  const shape: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', timeZone };
  return formatter(locale, sameDay ? shape : { ...shape, day: 'numeric', month: 'short' }).formatRange(from, to);
}

/** “Saturday, December 5, 9:00 AM”. */
export function dayAndTime(locale: Locale, instant: Date, timeZone: string): string {
  return formatter(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(instant);
}

/** The zone as people call it: “Pacific Time”, “hora del Pacífico”. */
export function zoneName(locale: Locale, timeZone: string, at: Date = new Date()): string {
  const parts = formatter(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** The calendar day of an instant in a zone, as 2026-12-05. */
export function isoDay(instant: Date, timeZone: string): string {
  // Swedish writes dates as ISO does.
  return once(`day|${timeZone}`, () => new Intl.DateTimeFormat('sv-SE', { timeZone })).format(instant);
}

export function yearIn(instant: Date, timeZone: string): number {
  return Number(isoDay(instant, timeZone).slice(0, 4));
}

/** A language's own readers' name for a language: languageName('es', 'en') is “inglés”. */
export function languageName(locale: Locale, code: string): string {
  try {
    const names = once(`names|${locale}`, () => new Intl.DisplayNames(intlTag(locale), { type: 'language' }));
    return names.of(code) ?? code;
  } catch {
    return code; // Not a language tag: show what the organizer wrote.
  }
}

/** “English and Spanish”. */
export function listText(locale: Locale, items: readonly string[]): string {
  return once(`list|${locale}`, () => new Intl.ListFormat(intlTag(locale), { type: 'conjunction' })).format(items);
}
