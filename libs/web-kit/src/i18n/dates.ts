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

/*
 * The same few instants are written again and again (a list of the next events, page after page), and Intl takes a hundred
 * times as long as a look at what it wrote before.
 */
const written = new Map<string, string>();
const mostWritten = 5_000;

function remembered(key: string, write: () => string): string {
  let text = written.get(key);
  if (text === undefined) {
    text = write();
    if (written.size >= mostWritten) written.clear();
    written.set(key, text);
  }
  return text;
}

const minute = 60_000;
const quarter = 15 * minute;
/** Since then every zone is whole quarters of an hour from UTC, so that its days and its changes begin with one. */
const wholeQuarters = Date.UTC(1973, 0, 1);

/** When the minute or the quarter of an hour began that an instant is in: within it nothing is written differently. */
function begun(instant: Date, span: number): number {
  const at = instant.valueOf();
  return at < wholeQuarters ? at : at - (at % span);
}

/** “Saturday, December 5” (with the year when it is not `thisYear`). */
export function dayText(locale: Locale, instant: Date, timeZone: string, thisYear?: number): string {
  return remembered(`day|${locale}|${timeZone}|${instant.valueOf()}|${thisYear}`, () => {
    const year = yearIn(instant, timeZone);
    const shape: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', timeZone };
    return formatter(locale, thisYear === year ? shape : { ...shape, year: 'numeric' }).format(instant);
  });
}

/** “Dec 5, 2026”. */
export function shortDate(locale: Locale, instant: Date, timeZone: string): string {
  return remembered(`short|${locale}|${timeZone}|${instant.valueOf()}`, () =>
    formatter(locale, { dateStyle: 'medium', timeZone }).format(instant),
  );
}

/** The parts of a calendar leaf: { month: 'Dec', day: '5', weekday: 'Sat' }. */
export function leafParts(
  locale: Locale,
  instant: Date,
  timeZone: string,
): { month: string; day: string; weekday: string } {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    remembered(`leaf|${Object.keys(options)[0]}|${locale}|${timeZone}|${instant.valueOf()}`, () =>
      formatter(locale, { ...options, timeZone })
        .format(instant)
        .replace('.', ''),
    );
  return { month: part({ month: 'short' }), day: part({ day: 'numeric' }), weekday: part({ weekday: 'short' }) };
}

/** “9:00 AM – 12:00 PM”, after a day that was said; “9:00 PM – Dec 6, 6:00 AM” where it ends on another. */
export function timeRange(locale: Locale, from: Date, to: Date, timeZone: string): string {
  return remembered(`range|${locale}|${timeZone}|${from.valueOf()}|${to.valueOf()}`, () => {
    const shape: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', timeZone };
    if (isoDay(from, timeZone) === isoDay(to, timeZone)) return formatter(locale, shape).formatRange(from, to);
    const end = formatter(locale, { ...shape, day: 'numeric', month: 'short' });
    return `${formatter(locale, shape).format(from)} – ${end.format(to)}`;
  });
}

/** “Saturday, December 5, 9:00 AM”. */
export function dayAndTime(locale: Locale, instant: Date, timeZone: string): string {
  return remembered(`dayAndTime|${locale}|${timeZone}|${begun(instant, minute)}`, () =>
    formatter(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      hour: 'numeric',
      minute: '2-digit',
      timeZone,
    }).format(instant),
  );
}

/** “9:00 AM”, of what the clock shows: 09:00, or a day with its time. */
export function clockTime(locale: Locale, local: string): string {
  const at = new Date(`${local.length === 5 ? `2000-01-01T${local}` : local}Z`);
  return formatter(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(at);
}

/** The zone as people call it: “Pacific Time”, “hora del Pacífico”. */
export function zoneName(locale: Locale, timeZone: string, at: Date = new Date()): string {
  return remembered(`zone|${locale}|${timeZone}|${begun(at, quarter)}`, () => {
    const parts = formatter(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
    // CLDR says "hora oriental"; in the United States people say "hora del Este".
    return locale === 'es' ? name.replace('hora oriental', 'hora del Este') : name;
  });
}

/** The calendar day of an instant in a zone, as 2026-12-05. */
export function isoDay(instant: Date, timeZone: string): string {
  return remembered(`iso|${timeZone}|${begun(instant, quarter)}`, () =>
    // Swedish writes dates as ISO does.
    once(`day|${timeZone}`, () => new Intl.DateTimeFormat('sv-SE', { timeZone })).format(instant),
  );
}

export function yearIn(instant: Date, timeZone: string): number {
  return Number(isoDay(instant, timeZone).slice(0, 4));
}

/** A day of the week, 1 for Monday to 7 for Sunday: “Monday”, “lunes”. */
export function weekdayName(locale: Locale, weekday: number): string {
  // The first of January 2024 was a Monday.
  return formatter(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

/** A language's own readers' name for a language: languageName('es', 'en') is “inglés”. */
export function languageName(locale: Locale, code: string): string {
  return remembered(`language|${locale}|${code}`, () => {
    try {
      const names = once(`names|${locale}`, () => new Intl.DisplayNames(intlTag(locale), { type: 'language' }));
      return names.of(code) ?? code;
    } catch {
      return code; // Not a language tag: show what the organizer wrote.
    }
  });
}

/** “English and Spanish”. */
export function listText(locale: Locale, items: readonly string[]): string {
  return remembered(`list|${locale}|${items.join('\n')}`, () =>
    once(`list|${locale}`, () => new Intl.ListFormat(intlTag(locale), { type: 'conjunction' })).format(items),
  );
}

/** “3 hr 30 min”: time that somebody gave. */
export function hoursText(locale: Locale, minutes: number): string {
  const part = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [part(hours, 'hour')] : []), ...(rest > 0 || hours === 0 ? [part(rest, 'minute')] : [])].join(
    ' ',
  );
}
