import { listText, type Catalog, type Locale } from '@upstander/web-kit';

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;
type Weekday = (typeof weekdays)[number];
const isWeekday = (text: string): text is Weekday => weekdays.some((one) => one === text);

const wordOf = (day: Weekday) => (day === 'SU' ? 'other' : day);

/**
 * Returns a recurrence rule as text, for example "Every Saturday" or "First and third Saturday of the month".
 * Returns "Several dates" for a rule without a short text.
 */
export function ruleText(
  { rule, firstLocal }: { rule: string; firstLocal: string },
  locale: Locale,
  words: Catalog,
): string {
  const t = words.site.series;
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const first = weekdays[new Date(`${firstLocal.slice(0, 10)}T12:00:00Z`).getUTCDay()]!;
  const days = parts.get('BYDAY')?.split(',') ?? [];
  if (parts.has('BYMONTH')) return t.severalDates;
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return days.length > 0 ? t.severalDates : t.everyDay({ n: interval });
    case 'WEEKLY': {
      const named = days.length > 0 ? days : [first];
      if (!named.every(isWeekday)) return t.severalDates;
      if (named.length === 7) return t.everyDay({ n: 1 });
      const list = listText(
        locale,
        named.map((day) => (interval === 1 ? t.eachDay({ day: wordOf(day) }) : t.day({ day: wordOf(day) }))),
      );
      return interval === 1 ? t.everyWeek({ days: list }) : t.everyWeeks({ n: interval, days: list });
    }
    case 'MONTHLY':
      return interval === 1 ? monthlyText(days, parts, locale, words) : t.severalDates;
    default:
      return t.severalDates;
  }
}

function monthlyText(
  days: readonly string[],
  parts: ReadonlyMap<string, string>,
  locale: Locale,
  words: Catalog,
): string {
  const t = words.site.series;
  const positions = parts.get('BYSETPOS')?.split(',') ?? [];
  const found = days.map((day) => /^(-?\d)?([A-Z]{2})$/.exec(day));
  const [names, ordinals] = [
    new Set(found.map((one) => one?.[2] ?? '')),
    positions.length > 0 ? positions : found.map((one) => one?.[1] ?? ''),
  ];
  const [name = ''] = names;
  const isKnown = (text: string): text is '1' | '2' | '3' | '4' | '-1' => ['1', '2', '3', '4', '-1'].includes(text);
  if (names.size === 1 && isWeekday(name) && ordinals.length > 0 && ordinals.every(isKnown)) {
    const which = listText(
      locale,
      ordinals.map((n) => t.ordinal({ n: n === '-1' ? 'other' : n })),
    );
    const text = t.everyMonth({ which, day: t.day({ day: wordOf(name) }) });
    return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
  }
  return t.monthly;
}
