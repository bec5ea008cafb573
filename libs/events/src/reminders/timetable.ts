import { Temporal } from 'temporal-polyfill';

export type DueKind = 'day-before' | 'same-day' | 'thank-you';

/** One moment at which a shift owes a mail to the people on it. */
export interface Due {
  kind: DueKind;
  dueAt: Date;
  /** From here on the mail would only confuse. */
  until: Date;
}

const dayBefore = Temporal.PlainTime.from('11:00');
const sameDay = Temporal.PlainTime.from('08:00');

/**
 * When a shift's mails come due: the day before at 11:00 and the day itself at 08:00 (if it starts later than that) by
 * the clock on the wall where the event is, and one hour after the end. Mobilize's timetable, which volunteers know.
 *
 * A wall time that does not exist on a day the clocks go forward moves ahead with them, one that happens twice means
 * the first (Temporal's "compatible"; see docs/decisions/wall-time.md). What is already past at `now` is left out.
 */
export function timetable(shift: { startsAt: Date; endsAt: Date }, timeZone: string, now: Date): Due[] {
  const starts = Temporal.Instant.fromEpochMilliseconds(shift.startsAt.valueOf());
  const ends = Temporal.Instant.fromEpochMilliseconds(shift.endsAt.valueOf());
  const day = starts.toZonedDateTimeISO(timeZone).toPlainDate();
  const at = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime) =>
    date.toZonedDateTime({ timeZone, plainTime }).toInstant();

  const morning = at(day, sameDay);
  const thanks = ends.add({ hours: 1 });
  const all = [
    { kind: 'day-before' as const, due: at(day.subtract({ days: 1 }), dayBefore), until: starts },
    { kind: 'same-day' as const, due: morning, until: starts },
    { kind: 'thank-you' as const, due: thanks, until: thanks.add({ hours: 7 * 24 }) },
  ];
  return all
    .filter(({ due, until }) => due.epochMilliseconds >= now.valueOf() && Temporal.Instant.compare(due, until) < 0)
    .map(({ kind, due, until }) => ({
      kind,
      dueAt: new Date(due.epochMilliseconds),
      until: new Date(until.epochMilliseconds),
    }));
}
