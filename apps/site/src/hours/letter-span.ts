import type { Catalogue, Locale } from '@upstander/web-kit';
import { isDay } from '../forms/day';
import type { FormError } from '../forms/error-summary';

/** From which day to which a letter of hours is, as typed. */
export interface LetterSpan {
  from: string;
  to: string;
}

/** As the API has it, in days. */
const longest = 1827;

/** Where the letter is, as PDF. */
export function letterPath({ from, to }: LetterSpan, locale: Locale): string {
  return `/exports/my-hours.pdf?${new URLSearchParams({ from, to, lang: locale }).toString()}`;
}

/** What is wrong with a span; `given` are the days on which hours count. */
export function spanErrors({ from, to }: LetterSpan, given: readonly string[], { site }: Catalogue): FormError[] {
  const t = site.hours;
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  const errors: FormError[] = [];
  if (!isDay(from)) errors.push({ field: 'from', text: t.fromWrong });
  if (!isDay(to)) errors.push({ field: 'to', text: t.toWrong });
  if (errors.length > 0) return errors;
  if (days < 0) return [{ field: 'to', text: t.toBefore }];
  if (days > longest) return [{ field: 'to', text: t.spanLong }];
  return given.some((day) => from <= day && day <= to) ? [] : [{ field: 'to', text: t.spanEmpty }];
}
