import type { Catalog, Locale } from '@upstander/web-kit';
import { isDay } from '../forms/day';
import type { FormError } from '../forms/error-summary';
import { defineForm, type ValuesOf } from '../forms/define-form';

export const letterForm = defineForm({}, ({ site }) => site.hours, {
  from: { kind: 'date', required: true },
  to: { kind: 'date', required: true },
});
export type LetterSpan = ValuesOf<typeof letterForm>;

/** Maximum range in days, as in the API. */
const maxRangeDays = 1827;

export function letterPath({ from, to }: LetterSpan, locale: Locale): string {
  return `/exports/my-hours.pdf?${new URLSearchParams({ from, to, lang: locale }).toString()}`;
}

export function spanErrors(span: LetterSpan, approvedDays: readonly string[], words: Catalog): FormError[] {
  const { from, to } = span;
  const t = words.site.hours;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const isEmpty = !approvedDays.some((day) => from <= day && day <= to);
  const toError = isDay(from) && (days < 0 ? t.toBefore : days > maxRangeDays ? t.spanLong : isEmpty && t.spanEmpty);
  return letterForm.errors(span, words, { also: { to: toError } });
}
