import { intlTag, type Locale } from '@upstander/web-kit';

/** Returns the name of a weekday, 1 for Monday to 7. Capitalized in Spanish too, because it starts a line. */
export function weekdayName(locale: Locale, weekday: number, style: 'long' | 'short' = 'long'): string {
  // January 1, 2024 was a Monday.
  const day = new Date(Date.UTC(2024, 0, weekday));
  const name = new Intl.DateTimeFormat(intlTag(locale), { weekday: style, timeZone: 'UTC' }).format(day);
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}

export function weekdayNames(locale: Locale): ReadonlyArray<readonly [value: string, words: string]> {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => [String(weekday), weekdayName(locale, weekday)] as const);
}

/** Formats weekdays without duplicates, for example "Wed, Sat". */
export function weekdays(locale: Locale, availability: ReadonlyArray<{ weekday: number }>): string {
  return [...new Set(availability.map(({ weekday }) => weekday))]
    .map((weekday) => weekdayName(locale, weekday, 'short'))
    .join(', ');
}

/** Formats a weekly time range in the chapter's time zone, for example "Saturday 9:00 AM – 1:00 PM". */
export function partOfWeek(locale: Locale, part: { weekday: number; from: string; until: string }): string {
  const timeFormat = new Intl.DateTimeFormat(intlTag(locale), { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });
  const at = (time: string) => timeFormat.format(new Date(`2024-01-01T${time === '24:00' ? '00:00' : time}:00Z`));
  return `${weekdayName(locale, part.weekday)} ${at(part.from)} – ${at(part.until)}`;
}

/** Formats language codes, for example "English, Spanish". */
export function languageNames(locale: Locale, codes: readonly string[]): string {
  const names = new Intl.DisplayNames(intlTag(locale), { type: 'language' });
  return codes.map((code) => names.of(code) ?? code).join(', ');
}
