import { RRuleTemporal } from 'rrule-temporal';
import { setImmediate as pause } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';

/** Maximum number of dates of a series at a time, and of a rule's COUNT. */
export const maxOccurrences = 1_200;

const list = (item: string) => new RegExp(`^${item}(?:,${item}){0,30}$`);
const weekday = '(?:MO|TU|WE|TH|FR|SA|SU)';

/** Parts of a rule. Times of day come from the first occurrence, and the last day is a field of its own. */
const parts: Readonly<Record<string, RegExp>> = {
  FREQ: /^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  COUNT: /^[1-9]\d{0,8}$/,
  BYDAY: list(`[+-]?[1-5]?${weekday}`),
  BYMONTHDAY: list('-?(?:[1-9]|[12]\\d|3[01])'),
  BYMONTH: list('(?:[1-9]|1[0-2])'),
  BYSETPOS: list('-?[1-5]'),
  WKST: /^(?:MO|SU)$/,
};

/**
 * Normalizes an RRULE without DTSTART and UNTIL.
 * Returns an error code for an unsupported one, among them rules that repeat within a day.
 */
export function readRule(text: string): { rule: string } | { fault: string } {
  const entries = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')
    .map((part) => part.split('=') as [string, string | undefined]);
  const values = new Map(entries.map(([name, value = '']) => [name, value]));
  const frequency = values.get('FREQ') ?? '';
  if (/^(?:SECOND|MINUTE|HOUR)LY$/.test(frequency)) return { fault: 'too-frequent' };
  const isReadable =
    values.has('FREQ') &&
    values.size === entries.length &&
    [...values].every(([name, value]) => Object.hasOwn(parts, name) && parts[name]!.test(value));
  if (!isReadable) return { fault: 'not-a-rule' };
  const hasOrdinals = /\d/.test(values.get('BYDAY') ?? '');
  if (hasOrdinals && !['MONTHLY', 'YEARLY'].includes(frequency)) return { fault: 'not-a-rule' };
  if (values.has('BYSETPOS') && !values.has('BYDAY') && !values.has('BYMONTHDAY')) return { fault: 'not-a-rule' };
  if (Number(values.get('COUNT') ?? 1) > maxOccurrences) return { fault: 'too-many' };
  return { rule: [...values].map(([name, value]) => `${name}=${value}`).join(';') };
}

/** Replaces one part of a normalized rule; null removes it. */
export function withPart(rule: string, name: string, value: string | null): string {
  const others = rule.split(';').filter((part) => !part.startsWith(`${name}=`));
  return [...others, ...(value === null ? [] : [`${name}=${value}`])].join(';');
}

export function partOf(rule: string, name: string): string | null {
  return (
    rule
      .split(';')
      .find((part) => part.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? null
  );
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/**
 * Moves the weekday of a weekly rule by a number of days.
 * Returns null if the rule has several weekdays or isn't weekly: the new days must then be chosen.
 */
export function moveWeekday(rule: string, days: number): string | null {
  if (partOf(rule, 'FREQ') !== 'WEEKLY') return null;
  const byDay = partOf(rule, 'BYDAY');
  if (byDay === null) return rule;
  const index = weekdays.indexOf(byDay);
  if (index < 0) return null;
  return withPart(rule, 'BYDAY', weekdays[(((index + days) % 7) + 7) % 7]!);
}

export interface RuleDates {
  rule: string;
  /** Wall time of the first occurrence: the rule starts there and has its time of day. */
  firstLocal: string;
  /** Last day, inclusive. */
  until: string | null;
}

/** Bounds are wall times, both inclusive. */
export interface Period {
  from: string;
  to: string;
}

const daysAtOnce = 60;
/** Enough for every rule that `readRule` accepts, and few enough to stop quickly on one that never matches. */
const maxIterations = 1_000;

/**
 * Returns the wall times of a rule in a period, in order, including those that clocks skip or repeat.
 * Computes in UTC, where every wall time exists once, and in steps, so that other requests are served in between.
 */
export async function datesOfRule({ rule, firstLocal, until }: RuleDates, period: Period): Promise<string[]> {
  const dates = new Set<string>();
  const last = until && `${until}T23:59` < period.to ? `${until}T23:59` : period.to;
  const expansion = new RRuleTemporal({
    rruleString: `RRULE:${rule}`,
    dtstart: Temporal.PlainDateTime.from(firstLocal).toZonedDateTime('UTC'),
    maxIterations,
    cache: false,
  });
  let from = Temporal.PlainDateTime.from(firstLocal > period.from ? firstLocal : period.from);
  const end = Temporal.PlainDateTime.from(last);
  while (Temporal.PlainDateTime.compare(from, end) <= 0 && dates.size <= maxOccurrences) {
    const next = from.add({ days: daysAtOnce });
    const to = Temporal.PlainDateTime.compare(next, end) < 0 ? next : end;
    for (const date of expansion.between(instantInUtc(from), instantInUtc(to), true))
      dates.add(date.toPlainDateTime().toString({ smallestUnit: 'minute' }));
    from = next;
    await pause();
  }
  return [...dates];
}

function instantInUtc(wall: Temporal.PlainDateTime): Date {
  return new Date(wall.toZonedDateTime('UTC').epochMilliseconds);
}
