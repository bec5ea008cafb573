import { limits, models } from '@upstander/web-kit';
import { defineForm, type LocalizedText, type ValuesOf } from '../forms/define-form';

const notText: LocalizedText = ({ site }) => site.hours.notText;

export const claimForm = defineForm(models.RecordHoursInput, ({ site }) => site.hours, {
  id: {},
  chapter: { sentAs: 'chapterId' },
  // The API checks for future dates, because it knows the chapter's time zone.
  day: { refused: { 'in-the-future': ({ site }) => site.hours.dayAhead } },
  time: { kind: 'text', sentAs: 'minutes', max: 10, fits: (typed) => minutesOf(typed) !== null },
  activity: { wrong: notText },
  note: { wrong: notText },
});
export type ClaimValues = ValuesOf<typeof claimForm>;

/** Its ID prevents duplicates if it's submitted twice. */
export const emptyClaim = (): ClaimValues => ({ ...claimForm.blank, id: crypto.randomUUID() });

export const disputeForm = defineForm({}, ({ site }) => site.hours, {
  reason: { kind: 'longText', required: true, max: limits.Hours.note, wrong: notText },
});

/** Returns the minutes of “2:30”, “2.5”, “2,5” or “2”, or null if it's not a duration. */
export function minutesOf(text: string): number | null {
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(text);
  const decimal = /^\d{1,2}(?:[.,]\d{1,2})?$/.test(text);
  if (!clock && !decimal) return null;
  const minutes = clock ? Number(clock[1]) * 60 + Number(clock[2]) : Math.round(Number(text.replace(',', '.')) * 60);
  return minutes >= 1 && minutes <= limits.Hours.minutes ? minutes : null;
}

export function claimInput(values: ClaimValues) {
  return { ...claimForm.input(values), minutes: minutesOf(values.time) ?? 0 };
}
