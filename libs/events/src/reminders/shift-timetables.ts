import { Injectable } from '@nestjs/common';
import { Clock, Config, mapInSteps, type Tx } from '@upstander/platform';
import { timetable, type ReminderTimes } from './timetable.js';
import { shiftTables } from '../shifts/shift-joins.js';

interface ShiftTimes {
  shift_id: string;
  starts_at: Date;
  ends_at: Date;
  time_zone: string;
  owes: boolean;
}

/** Reminder emails are created only when due, so moving a shift changes three rows. */
@Injectable()
export class ShiftTimetables {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Times of day at which reminders are sent. */
  get times(): ReminderTimes {
    return { dayBefore: this.config.REMINDER_DAY_BEFORE_AT, sameDay: this.config.REMINDER_SAME_DAY_AT };
  }

  /**
   * Call it whenever an event is published, moved or canceled, or a shift is added or moved. Unchanged due times are
   * kept, so overdue ones are still sent and sent ones are not repeated.
   */
  async set(tx: Tx, shiftIds: readonly string[], times = this.times): Promise<void> {
    if (shiftIds.length === 0) return;
    const shifts = await tx.query<ShiftTimes>(
      `SELECT s.id AS shift_id, s.starts_at, s.ends_at, e.time_zone, e.status IN ('published', 'completed') AS owes
       FROM ${shiftTables} WHERE s.id = ANY ($1)`,
      [shiftIds],
    );
    const now = this.clock.now();
    // Includes past times, so that an unchanged time is recognized after it has come.
    const timetables = await mapInSteps(shifts, ({ shift_id, starts_at, ends_at, time_zone, owes }) =>
      owes
        ? timetable({ startsAt: starts_at, endsAt: ends_at }, time_zone, new Date(0), times).map((row) => ({
            shift_id,
            ...row,
          }))
        : [],
    );
    const dueReminders = timetables.flat();
    await tx.query(
      `WITH wanted AS (
         SELECT * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[])
           AS w (shift_id, kind, due_at, until)
       ), gone AS (
         DELETE FROM events.shift_due d WHERE d.shift_id = ANY ($1) AND NOT EXISTS (
           SELECT FROM wanted w
           WHERE w.shift_id = d.shift_id AND w.kind = d.kind AND (w.due_at >= $6 OR w.due_at = d.due_at))
       )
       INSERT INTO events.shift_due AS d (shift_id, kind, due_at, until)
       SELECT shift_id, kind, due_at, until FROM wanted WHERE due_at >= $6
       ON CONFLICT (shift_id, kind) DO UPDATE
         SET due_at = excluded.due_at, until = excluded.until,
             done_at = CASE WHEN d.due_at = excluded.due_at THEN d.done_at END`,
      [
        shiftIds,
        dueReminders.map((d) => d.shift_id),
        dueReminders.map((d) => d.kind),
        dueReminders.map((d) => d.dueAt),
        dueReminders.map((d) => d.until),
        now,
      ],
    );
  }
}
