import { dayText, intlTag, type AdminCatalog, type Locale } from '@upstander/web-kit';
import { ordinalKey, ordinalOf, weekdayCodes, weekdayOf, type RepeatValues } from './repeat-values';

type Words = AdminCatalog<'series'>['admin']['series'];

/** Returns the name of a weekday by its RFC 5545 code. */
export function weekdayName(locale: Locale, code: string, style: 'short' | 'long' = 'long'): string {
  const monday = Date.UTC(2026, 11, 7);
  const at = new Date(monday + weekdayCodes.indexOf(code as (typeof weekdayCodes)[number]) * 86_400_000);
  return new Intl.DateTimeFormat(intlTag(locale), { weekday: style, timeZone: 'UTC' }).format(at);
}

/** Returns a recurrence as a sentence, for example "Every first and third Saturday of the month, until June 12". */
export function repeatSentence(t: Words, locale: Locale, values: RepeatValues, date: string): string {
  const { sentence } = t;
  let text = ruleSentence(t, locale, values, date);
  if (values.ends === 'date' && values.until !== '') {
    const year = new Date().getUTCFullYear();
    text = sentence.until({ rule: text, day: dayText(locale, new Date(`${values.until}T12:00:00Z`), 'UTC', year) });
  }
  if (values.ends === 'count') text = sentence.count({ rule: text, count: Number(values.count) });
  return values.skipsHolidays ? sentence.holidays({ rule: text }) : text;
}

function ruleSentence({ sentence }: Words, locale: Locale, values: RepeatValues, date: string): string {
  const list = (items: string[]) => new Intl.ListFormat(intlTag(locale)).format(items);
  const own = weekdayCodes[weekdayOf(date)]!;
  const days = () =>
    list(
      weekdayCodes
        .filter((code) => (values.weekdays.length > 0 ? values.weekdays.includes(code) : code === own))
        .map((code) => weekdayName(locale, code)),
    );
  switch (values.every) {
    case 'day':
      return sentence.day;
    case 'week':
      return sentence.week({ days: days() });
    case 'twoWeeks':
      return sentence.twoWeeks({ days: days() });
    case 'month': {
      if (values.monthBy === 'date') return sentence.monthDate({ day: Number(date.slice(8, 10)) });
      const chosen = values.ordinals.length > 0 ? values.ordinals : [ordinalOf(date) > 4 ? -1 : ordinalOf(date)];
      const ordinals = list(chosen.map((n) => sentence.ordinal({ n: ordinalKey(n) })));
      return sentence.monthWeekday({ ordinals, weekday: weekdayName(locale, own) });
    }
    default:
      return sentence.other({ rule: values.rule });
  }
}
