import { intlTag, type Language } from './locale.js';

/* Creating a formatter costs far more than using it. The bound only protects against a hostile list of zones. */
const formatters = new Map<string, unknown>();
const maxFormatters = 500;

function memoize<T>(key: string, make: () => T): T {
  const found = formatters.get(key) as T | undefined;
  if (found !== undefined) return found;
  if (formatters.size >= maxFormatters) formatters.clear();
  const fresh = make();
  formatters.set(key, fresh);
  return fresh;
}

function formatter(locale: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return memoize(`${locale}|${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(intlTag(locale), options));
}

/*
 * The same instants are formatted repeatedly, for example in event lists. Formatting takes a hundred times as long as a
 * cache hit.
 */
const formattedTexts = new Map<string, string>();
const maxTexts = 5_000;

function cachedText(key: string, write: () => string): string {
  let text = formattedTexts.get(key);
  if (text === undefined) {
    text = write();
    if (formattedTexts.size >= maxTexts) formattedTexts.clear();
    formattedTexts.set(key, text);
  }
  return text;
}

const minute = 60_000;
const quarter = 15 * minute;
/** Since 1973 all UTC offsets are multiples of 15 minutes, so days and offset changes start on a quarter hour. */
const quarterHoursSince = Date.UTC(1973, 0, 1);

/** Rounds an instant down to the minute or quarter hour. Within it, formatted text doesn't change. */
function roundDown(instant: Date, span: number): number {
  const at = instant.valueOf();
  return at < quarterHoursSince ? at : at - (at % span);
}

/** Formats “Saturday, December 5”, with the year unless it is `thisYear`. */
export function dayText(locale: Language, instant: Date, timeZone: string, thisYear?: number): string {
  return cachedText(`day|${locale}|${timeZone}|${instant.valueOf()}|${thisYear}`, () => {
    const year = yearIn(instant, timeZone);
    const shape: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', timeZone };
    return formatter(locale, thisYear === year ? shape : { ...shape, year: 'numeric' }).format(instant);
  });
}

/** Formats “Dec 5, 2026”. */
export function shortDate(locale: Language, instant: Date, timeZone: string): string {
  return cachedText(`short|${locale}|${timeZone}|${instant.valueOf()}`, () =>
    formatter(locale, { dateStyle: 'medium', timeZone }).format(instant),
  );
}

export function leafParts(
  locale: Language,
  instant: Date,
  timeZone: string,
): { month: string; day: string; weekday: string } {
  const part = (options: Intl.DateTimeFormatOptions): string =>
    cachedText(`leaf|${Object.keys(options)[0]}|${locale}|${timeZone}|${instant.valueOf()}`, () =>
      formatter(locale, { ...options, timeZone })
        .format(instant)
        .replace('.', ''),
    );
  return { month: part({ month: 'short' }), day: part({ day: 'numeric' }), weekday: part({ weekday: 'short' }) };
}

/** Formats “9:00 AM – 12:00 PM”, or “9:00 PM – Dec 6, 6:00 AM” if it ends on another day. */
export function timeRange(locale: Language, from: Date, to: Date, timeZone: string): string {
  return cachedText(`range|${locale}|${timeZone}|${from.valueOf()}|${to.valueOf()}`, () => {
    const shape: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit', timeZone };
    if (isoDay(from, timeZone) === isoDay(to, timeZone)) return formatter(locale, shape).formatRange(from, to);
    const end = formatter(locale, { ...shape, day: 'numeric', month: 'short' });
    return `${formatter(locale, shape).format(from)} – ${end.format(to)}`;
  });
}

/** Formats “9 AM–12 PM” or “9:30–11 AM”: like `timeRange`, without the minutes of full hours. */
export function shortTimeRange(locale: Language, from: Date, to: Date, timeZone: string): string {
  return timeRange(locale, from, to, timeZone)
    .replaceAll(':00', '')
    .replace(/\s*–\s*/, '–');
}

/** Formats “Saturday, December 5, 9:00 AM”. */
export function dayAndTime(locale: Language, instant: Date, timeZone: string): string {
  return cachedText(`dayAndTime|${locale}|${timeZone}|${roundDown(instant, minute)}`, () =>
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

/** Formats a local time (`09:00` or a local date and time) as “9:00 AM”. */
export function clockTime(locale: Language, local: string): string {
  const at = new Date(`${local.length === 5 ? `2000-01-01T${local}` : local}Z`);
  return formatter(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(at);
}

/** One zone for each time in the United States. */
export const unitedStatesZones: readonly string[] = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

/** Returns “Pacific Time”, “hora del Pacífico”. */
export function zoneName(locale: Language, timeZone: string, at: Date = new Date()): string {
  return cachedText(`zone|${locale}|${timeZone}|${roundDown(at, quarter)}`, () => {
    const parts = formatter(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(at);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
    // CLDR has "hora oriental", but people in the United States say "hora del Este".
    return locale === 'es' ? name.replace('hora oriental', 'hora del Este') : name;
  });
}

/** Returns “PT” for the Pacific Time. */
export function shortZoneName(locale: Language, timeZone: string, at: Date): string {
  return cachedText(`short zone|${locale}|${timeZone}|${roundDown(at, quarter)}`, () => {
    const parts = formatter(locale, { timeZone, timeZoneName: 'shortGeneric' }).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  });
}

/** Returns a day like 2026-12-05. */
export function isoDay(instant: Date, timeZone: string): string {
  return cachedText(`iso|${timeZone}|${roundDown(instant, quarter)}`, () =>
    // The Swedish locale formats dates like ISO 8601.
    memoize(`day|${timeZone}`, () => new Intl.DateTimeFormat('sv-SE', { timeZone })).format(instant),
  );
}

export function yearIn(instant: Date, timeZone: string): number {
  return Number(isoDay(instant, timeZone).slice(0, 4));
}

/** Returns “Monday”, “lunes” for 1; Sunday is 7. */
export function weekdayName(locale: Language, weekday: number): string {
  // January 1, 2024 was a Monday.
  return formatter(locale, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

/** Formats “9 AM” for 9, and midnight for 0 and 24. */
export function hourName(locale: Language, hour: number): string {
  return formatter(locale, { hour: 'numeric', timeZone: 'UTC' }).format(Date.UTC(2024, 0, 1, hour));
}

/** Returns “inglés” for languageName('es', 'en'). */
export function languageName(locale: Language, code: string): string {
  return cachedText(`language|${locale}|${code}`, () => {
    try {
      const names = memoize(`names|${locale}`, () => new Intl.DisplayNames(intlTag(locale), { type: 'language' }));
      return names.of(code) ?? code;
    } catch {
      return code; // Not a language tag; show the organizer's text.
    }
  });
}

/** Formats “English and Spanish”. */
export function listText(locale: Language, items: readonly string[]): string {
  return cachedText(`list|${locale}|${items.join('\n')}`, () =>
    memoize(`list|${locale}`, () => new Intl.ListFormat(intlTag(locale), { type: 'conjunction' })).format(items),
  );
}

/** Formats “3 hr 30 min”. */
export function hoursText(locale: Language, minutes: number): string {
  const part = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(intlTag(locale), { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [...(hours > 0 ? [part(hours, 'hour')] : []), ...(rest > 0 || hours === 0 ? [part(rest, 'minute')] : [])].join(
    ' ',
  );
}
