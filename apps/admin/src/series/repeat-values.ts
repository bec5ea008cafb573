/** Choices of the form for a recurrence. They are kept as JSON in one field of the form, so that drafts include them. */
export interface RepeatValues {
  every: 'none' | 'day' | 'week' | 'twoWeeks' | 'month' | 'other';
  /** RFC 5545 weekdays, for weekly rules. */
  weekdays: string[];
  /** Days of the month by date, or the chosen weekdays of the start's kind: 1 is the first, -1 the last. */
  monthBy: 'date' | 'weekday';
  ordinals: number[];
  ends: 'never' | 'date' | 'count';
  until: string;
  count: string;
  skipsHolidays: boolean;
  /** Local times. */
  excluded: string[];
  extra: string[];
  /** A rule that the form can't show. */
  rule: string;
}

export const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export const ordinalChoices = [1, 2, 3, 4, -1] as const;

export const noRepeat: RepeatValues = {
  every: 'none',
  weekdays: [],
  monthBy: 'weekday',
  ordinals: [],
  ends: 'never',
  until: '',
  count: '10',
  skipsHolidays: false,
  excluded: [],
  extra: [],
  rule: '',
};

/** Reads the values that a form keeps as JSON. */
export function readRepeat(json: string): RepeatValues {
  if (json === '') return noRepeat;
  return { ...noRepeat, ...(JSON.parse(json) as Partial<RepeatValues>) };
}

/** Returns the weekday of a date ('2026-12-05'), 0 for Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** Returns which weekday of its month a date is, for example 3 for the third Saturday. */
export function ordinalOf(date: string): number {
  return Math.ceil(Number(date.slice(8, 10)) / 7);
}

/** Returns the key of an ordinal in the texts. */
export function ordinalKey(ordinal: number): '1' | '2' | '3' | '4' | 'other' {
  return ordinal >= 1 && ordinal <= 4 ? (String(ordinal) as '1' | '2' | '3' | '4') : 'other';
}

/** Returns the RRULE for a first date. */
export function ruleOf(values: RepeatValues, date: string): string {
  const { every, weekdays, monthBy, ordinals, ends, count } = values;
  if (every === 'other') return values.rule;
  const own = weekdayCodes[weekdayOf(date)]!;
  const parts: string[] = [];
  if (every === 'day') parts.push('FREQ=DAILY');
  if (every === 'week' || every === 'twoWeeks') {
    const chosen = weekdayCodes.filter((code) => weekdays.includes(code));
    parts.push('FREQ=WEEKLY', ...(every === 'twoWeeks' ? ['INTERVAL=2'] : []));
    parts.push(`BYDAY=${(chosen.length > 0 ? chosen : [own]).join(',')}`);
  }
  if (every === 'month') {
    const chosen = ordinalChoices.filter((ordinal) => ordinals.includes(ordinal));
    const days = (chosen.length > 0 ? chosen : [ordinalOf(date) > 4 ? -1 : ordinalOf(date)]).map((n) => `${n}${own}`);
    parts.push(
      'FREQ=MONTHLY',
      monthBy === 'date' ? `BYMONTHDAY=${Number(date.slice(8, 10))}` : `BYDAY=${days.join(',')}`,
    );
  }
  if (ends === 'count') parts.push(`COUNT=${count || '1'}`);
  return parts.join(';');
}

interface StoredRecurrence {
  rule: string;
  until: string | null;
  extraDates: string[];
  excludedDates: string[];
  skipsHolidays: boolean;
}

/** Returns the choices for a stored series. */
export function repeatOf({ rule, until, extraDates, excludedDates, skipsHolidays }: StoredRecurrence): RepeatValues {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const count = parts.get('COUNT');
  const values: RepeatValues = {
    ...noRepeat,
    ends: until ? 'date' : count ? 'count' : 'never',
    until: until ?? '',
    count: count ?? noRepeat.count,
    skipsHolidays,
    excluded: excludedDates,
    extra: extraDates,
    rule,
  };
  const days = parts.get('BYDAY')?.split(',') ?? [];
  const has = (...names: string[]) => [...parts.keys()].every((name) => [...names, 'FREQ', 'COUNT'].includes(name));
  const frequency = parts.get('FREQ');
  if (frequency === 'DAILY' && has()) return { ...values, every: 'day' };
  const interval = parts.get('INTERVAL') ?? '1';
  if (frequency === 'WEEKLY' && has('INTERVAL', 'BYDAY', 'WKST') && ['1', '2'].includes(interval))
    return { ...values, every: interval === '2' ? 'twoWeeks' : 'week', weekdays: days };
  if (frequency === 'MONTHLY' && has('BYMONTHDAY')) return { ...values, every: 'month', monthBy: 'date' };
  const sameDay = new Set(days.map((day) => day.slice(-2))).size === 1;
  if (frequency === 'MONTHLY' && has('BYDAY') && sameDay && days.every((day) => /^-?[1-5]/.test(day)))
    return { ...values, every: 'month', ordinals: days.map((day) => Number(day.slice(0, -2))) };
  return { ...values, every: 'other' };
}

/** Returns the fields of a series' recurrence for the API. */
export function recurrenceOf(values: RepeatValues, date: string) {
  return {
    rule: ruleOf(values, date),
    until: values.ends === 'date' && values.until !== '' ? values.until : null,
    extraDates: values.extra,
    excludedDates: values.excluded,
    skipsHolidays: values.skipsHolidays,
  };
}
