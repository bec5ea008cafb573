import { dayBeforeAt, sameDayAt } from '../time/wall-time.js';

export type DueKind = 'day-before' | 'same-day' | 'thank-you';

/** One moment at which a shift owes a mail to the people on it. */
export interface Due {
  kind: DueKind;
  dueAt: Date;
  /** From here on the mail would only confuse. */
  until: Date;
}

const hour = 3_600_000;
const week = 7 * 24 * hour;

/**
 * When a shift's mails come due: the day before at 11:00 and the day itself at 08:00 (if it starts later than that) by
 * the clock on the wall where the event is, and one hour after the end. Mobilize's timetable, which volunteers know.
 * What is already past at `now` is left out.
 *
 * A wall time that does not exist on a day the clocks go forward moves ahead with them, one that happens twice means
 * the first (Temporal's "compatible"; see docs/decisions/wall-time.md).
 */
export function timetable(shift: { startsAt: Date; endsAt: Date }, timeZone: string, now: Date): Due[] {
  const { startsAt, endsAt } = shift;
  const thanks = new Date(endsAt.valueOf() + hour);
  const all: Due[] = [
    { kind: 'day-before', dueAt: dayBeforeAt(startsAt, timeZone, '11:00'), until: startsAt },
    { kind: 'same-day', dueAt: sameDayAt(startsAt, timeZone, '08:00'), until: startsAt },
    { kind: 'thank-you', dueAt: thanks, until: new Date(thanks.valueOf() + week) },
  ];
  return all.filter(({ dueAt, until }) => dueAt >= now && dueAt < until);
}
