import type { Unit } from '../parts/ui/dates';

export interface Span {
  from: string;
  to: string;
  unit: Unit;
}

const units = ['DAY', 'WEEK', 'MONTH'] as const;
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** Defaults to the 12 months before `today`, by month. */
export function spanOf(get: (name: string) => string, today: string): Span {
  const lastDay = isDay(get('to')) ? get('to') : today;
  const yearBefore = `${Number(lastDay.slice(0, 4)) - 1}${lastDay.slice(4, 8)}01`;
  const from = isDay(get('from')) && get('from') <= lastDay ? get('from') : yearBefore;
  return { from, to: lastDay, unit: units.find((unit) => unit === get('unit')) ?? 'MONTH' };
}
