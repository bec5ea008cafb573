import { languageTags } from '@upstander/identity';
import { instantToWall } from './wall-time.js';

export type MailLocale = 'en' | 'es';

const words = {
  en: { from: '', to: 'to', untilDay: 'to' },
  es: { from: 'de ', to: 'a', untilDay: 'hasta el' },
};

/** Caches results, because the emails of a batch are mostly about a few shifts. */
function memoizeFormat<Args extends Array<Date | string>>(
  format: (...args: Args) => string,
): (...args: Args) => string {
  const cache = new Map<string, string>();
  return (...args) => {
    const key = args.map((arg) => (typeof arg === 'string' ? arg : arg.valueOf())).join(' ');
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    if (cache.size >= 1_000) cache.clear();
    const text = format(...args);
    cache.set(key, text);
    return text;
  };
}

/** Formats a range: "Saturday, December 5, 2026, 9:00 AM to 12:00 PM (Pacific Time)". */
export const formatRange = memoizeFormat((startsAt: Date, endsAt: Date, zone: string, locale: MailLocale): string => {
  const isExact = startOrEndIsUnclear(startsAt, endsAt, zone);
  const oneDay = instantToWall(startsAt, zone).slice(0, 10) === instantToWall(endsAt, zone).slice(0, 10);
  const { from, to, untilDay } = words[locale];
  const range = oneDay
    ? `${formatLongDay(startsAt, zone, locale)}, ${from}${time(startsAt, zone, locale, isExact)} ${to} ${time(endsAt, zone, locale, isExact)}`
    : `${dateTime(startsAt, zone, locale, isExact)} ${untilDay} ${dateTime(endsAt, zone, locale, isExact)}`;
  return isExact ? range : `${range} (${zoneName(startsAt, zone, locale, 'longGeneric')})`;
});

/** Formats a time, for example the end of an offer: "Friday, December 4, 2026, 5:00 PM (Pacific Time)". */
export const formatDateTime = memoizeFormat((at: Date, zone: string, locale: MailLocale): string => {
  const isExact = isUnclear(at, zone);
  const text = dateTime(at, zone, locale, isExact);
  return isExact ? text : `${text} (${zoneName(at, zone, locale, 'longGeneric')})`;
});

/** Formats a day for a subject: "Saturday, December 5". */
export const formatDay = memoizeFormat((at: Date, zone: string, locale: MailLocale): string => {
  return format(at, zone, locale, { weekday: 'long', month: 'long', day: 'numeric' });
});

/** Formats a time for a text: "Sat, Dec 5, 9:00 AM". */
export const formatShortDateTime = memoizeFormat((at: Date, zone: string, locale: MailLocale): string => {
  const day = format(at, zone, locale, { weekday: 'short', month: 'short', day: 'numeric' });
  return `${day}, ${time(at, zone, locale, isUnclear(at, zone))}`;
});

export const formatWeekday = memoizeFormat((at: Date, zone: string, locale: MailLocale): string => {
  return format(at, zone, locale, { weekday: 'long' });
});

/** Formats a time: "9:00 AM". */
export const formatTime = memoizeFormat((at: Date, zone: string, locale: MailLocale): string => {
  return time(at, zone, locale, isUnclear(at, zone));
});

function dateTime(at: Date, zone: string, locale: MailLocale, isExact: boolean): string {
  return `${formatLongDay(at, zone, locale)}, ${time(at, zone, locale, isExact)}`;
}

function formatLongDay(at: Date, zone: string, locale: MailLocale): string {
  return format(at, zone, locale, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
}

function time(at: Date, zone: string, locale: MailLocale, isExact: boolean): string {
  const clock = format(at, zone, locale, { hour: 'numeric', minute: '2-digit' });
  return isExact ? `${clock} (${zoneName(at, zone, locale, 'long')})` : clock;
}

/** True if a time occurs twice because clocks are set back. The zone name then says daylight or standard time. */
function startOrEndIsUnclear(startsAt: Date, endsAt: Date, zone: string): boolean {
  return isUnclear(startsAt, zone) || isUnclear(endsAt, zone);
}

function isUnclear(at: Date, zone: string): boolean {
  const wall = instantToWall(at, zone);
  return [-1, -0.5, 0.5, 1].some((hours) => instantToWall(new Date(at.valueOf() + hours * 3_600_000), zone) === wall);
}

function zoneName(at: Date, zone: string, locale: MailLocale, style: 'longGeneric' | 'long'): string {
  const parts = formatter(zone, locale, { timeZoneName: style, hour: 'numeric' }).formatToParts(at);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
  // CLDR has "hora oriental", but people in the United States say "hora del Este", like the site.
  return locale === 'es' ? name.replace(/^(hora(?: estándar| de verano)?) oriental$/, '$1 del Este') : name;
}

function format(at: Date, zone: string, locale: MailLocale, options: Intl.DateTimeFormatOptions): string {
  // ICU puts no-break spaces before AM and PM, which some email clients show as boxes. Its versions differ on "a. m.".
  const text = formatter(zone, locale, options).format(at);
  return text.replace(/[\u00a0\u202f]/g, ' ').replace(/([ap])\. m\./g, '$1.m.');
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Caches formatters: creating one costs more than a hundred uses. */
function formatter(timeZone: string, locale: MailLocale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${timeZone} ${locale} ${JSON.stringify(options)}`;
  let entry = formatters.get(key);
  if (!entry) formatters.set(key, (entry = new Intl.DateTimeFormat(languageTags[locale], { ...options, timeZone })));
  return entry;
}
