import { dayBeforeAt, sameDayAt } from '../time/wall-time.js';

export type DueKind = 'day-before' | 'same-day' | 'thank-you';

export interface DueReminder {
  kind: DueKind;
  dueAt: Date;
  /** Not sent after this time. */
  until: Date;
}

/** Local times, for example `08:00`. */
export interface ReminderTimes {
  dayBefore: string;
  sameDay: string;
}

const hour = 3_600_000;
const week = 7 * 24 * hour;

/**
 * Returns when the emails of a shift are due, following Mobilize's schedule.
 * The day before and the same day (if the shift starts later) at the times in the settings, and one hour after the end. Times before
 * `now` are omitted. Skipped and repeated local times are resolved as in `wallToInstant`.
 */
export function timetable(
  shift: { startsAt: Date; endsAt: Date },
  timeZone: string,
  now: Date,
  times: ReminderTimes,
): DueReminder[] {
  const { startsAt, endsAt } = shift;
  const thanks = new Date(endsAt.valueOf() + hour);
  const all: DueReminder[] = [
    { kind: 'day-before', dueAt: dayBeforeAt(startsAt, timeZone, times.dayBefore), until: startsAt },
    { kind: 'same-day', dueAt: sameDayAt(startsAt, timeZone, times.sameDay), until: startsAt },
    { kind: 'thank-you', dueAt: thanks, until: new Date(thanks.valueOf() + week) },
  ];
  return all.filter(({ dueAt, until }) => dueAt >= now && dueAt < until);
}
