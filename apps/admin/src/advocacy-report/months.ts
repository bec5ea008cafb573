import { monthsBefore } from '../parts/ui/dates';

export const spans = ['3', '6', '12', '24'] as const;
export type ReportPeriod = (typeof spans)[number];

export function spanOf(value: string): ReportPeriod {
  return spans.find((span) => span === value) ?? '12';
}

export function rangeOf(span: ReportPeriod, today: string): { from: string; to: string } {
  const firstDay = monthsBefore(`${today.slice(0, 7)}-01`, Number(span) - 1);
  return { from: firstDay, to: today };
}
