import { limits } from '@upstander/web-kit';
import { isDay } from '../forms/day';
import { defineForm, type LocalizedText, type FormTexts } from '../forms/form-of';

const says =
  (name: 'chapterMissing' | 'dayWrong' | 'timeWrong' | 'whatMissing' | 'notText'): LocalizedText =>
  ({ site }) =>
    site.hours[name];

export const claimForm = defineForm({
  id: {},
  chapter: { missing: says('chapterMissing') },
  day: {
    missing: says('dayWrong'),
    fits: isDay,
    wrong: says('dayWrong'),
    // The API checks for future dates, because it knows the chapter's time zone.
    refused: { 'in-the-future': ({ site }) => site.hours.dayAhead },
  },
  time: {
    missing: says('timeWrong'),
    fits: (typed) => minutesOf(typed) !== null,
    wrong: says('timeWrong'),
    sentAs: 'minutes',
  },
  what: {
    most: limits.Hours.what,
    label: ({ site }) => site.hours.what,
    missing: says('whatMissing'),
    wrong: says('notText'),
  },
  note: { lines: true, most: limits.Hours.note, label: ({ site }) => site.hours.note, wrong: says('notText') },
});
export type ClaimValues = FormTexts<typeof claimForm>;

/** Returns an empty form. Its ID prevents duplicates if it's submitted twice. */
export const emptyClaim = (): ClaimValues => ({ ...claimForm.read(new FormData()), id: crypto.randomUUID() });

export const disputeForm = defineForm({
  reason: {
    lines: true,
    most: limits.Hours.note,
    label: ({ site }) => site.hours.reason,
    missing: ({ site }) => site.hours.reasonMissing,
    wrong: says('notText'),
  },
});

/** Returns the minutes of “2:30”, “2.5”, “2,5” or “2”, or null if it's not a duration. */
export function minutesOf(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const decimal = /^\d{1,2}(?:[.,]\d{1,2})?$/.test(text);
  if (!clock && !decimal) return null;
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : Math.round(Number(text.replace(',', '.')) * 60);
  return minutes >= 1 && minutes <= limits.Hours.minutes ? minutes : null;
}

export function claimInput({ id, chapter, day, time, what, note }: ClaimValues) {
  return { id, chapterId: chapter, day, minutes: minutesOf(time) ?? 0, what, ...(note !== '' && { note }) };
}
