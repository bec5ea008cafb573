import { limits, type Catalogue } from '@upstander/web-kit';
import { isDay } from '../forms/day';
import type { FormError } from '../forms/error-summary';
import { longText, shortText } from '../forms/typed';

/** The form for hours given elsewhere, exactly as typed. */
export interface ClaimValues {
  id: string;
  chapter: string;
  day: string;
  time: string;
  what: string;
  note: string;
}
export type ClaimField = Exclude<keyof ClaimValues, 'id'>;

export const longest = { time: 20, what: limits.Hours.what, note: limits.Hours.note } as const;

/** An empty form: its id makes a second press the same hours as the first. */
export const emptyClaim = (): ClaimValues => ({
  ...{ id: crypto.randomUUID(), chapter: '', day: '', time: '', what: '', note: '' },
});

export function readClaim(form: FormData): ClaimValues {
  const text = (name: string) => shortText(form, name);
  return {
    ...{ id: text('id'), chapter: text('chapter'), day: text('day'), time: text('time'), what: text('what') },
    note: longText(form, 'note'),
  };
}

/** Minutes of “2:30”, “2.5”, “2,5” or “2”; null for what is no time of a day. */
export function minutesOf(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const decimal = /^\d{1,2}(?:[.,]\d{1,2})?$/.test(text);
  if (!clock && !decimal) return null;
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : Math.round(Number(text.replace(',', '.')) * 60);
  return minutes >= 1 && minutes <= limits.Hours.minutes ? minutes : null;
}

/** What is wrong with it, in the order of the page. Whether a day has come yet, the API says: it knows the chapter's zone. */
export function claimErrors(values: ClaimValues, { site: { hours: t } }: Catalogue): FormError[] {
  const wrong: Array<false | FormError> = [
    values.chapter === '' && { field: 'chapter', text: t.chapterMissing },
    !isDay(values.day) && { field: 'day', text: t.dayWrong },
    minutesOf(values.time) === null && { field: 'time', text: t.timeWrong },
    values.what === '' && { field: 'what', text: t.whatMissing },
    values.what.length > longest.what && { field: 'what', text: t.tooLong({ label: t.what, most: longest.what }) },
    values.note.length > longest.note && { field: 'note', text: t.tooLong({ label: t.note, most: longest.note }) },
  ];
  return wrong.filter((error) => error !== false);
}

/** The same as the API takes it. */
export function claimInput({ id, chapter, day, time, what, note }: ClaimValues) {
  return { id, chapterId: chapter, day, minutes: minutesOf(time) ?? 0, what, ...(note !== '' && { note }) };
}
