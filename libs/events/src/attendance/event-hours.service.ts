import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, Refusal } from '@upstander/platform';
import { AddedHours, HoursService, type CreditedHours } from '@upstander/volunteers';
import { RosterAccess } from '../signups/roster-access.js';
import type { EventHours } from './event-hours.js';
import { signupsOnShifts, signupTables } from '../shifts/shift-joins.js';

/**
 * SQL: the minutes of sign-up `u` on shift `s`. Counts from check-in (at the earliest the start, unless the check-in
 * was early for a reason) to check-out (by default the end). Volunteers marked after the shift get its full length.
 */
export const minutesGiven = `least(1440, greatest(1, round(extract(epoch FROM CASE
      WHEN u.checked_in_at >= s.ends_at THEN s.ends_at - s.starts_at
      ELSE coalesce(u.checked_out_at, s.ends_at)
        - CASE WHEN u.early_reason IS NULL THEN greatest(u.checked_in_at, s.starts_at) ELSE u.checked_in_at END
    END) / 60)))::integer`;

/** SQL: the time each volunteer spent at events `e` that match `where`. */
export const hoursGiven = (where: string) => `
  SELECT u.id AS "signupId", u.volunteer_id AS "volunteerId", e.chapter_id AS "chapterId", e.title AS what,
    (s.starts_at AT TIME ZONE e.time_zone)::date::text AS day,
    ${minutesGiven} AS minutes
  FROM ${signupTables} WHERE ${where} AND u.status = 'completed' AND u.repeat_of IS NULL`;

const eventHours = hoursGiven('e.id = $1');

/** Hours count once an organizer approves them. */
@Injectable()
export class EventHoursService implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: RosterAccess,
    private readonly hours: HoursService,
    private readonly addedHours: AddedHours,
  ) {}

  onModuleInit(): void {
    this.addedHours.defineSameDayWork((tx, volunteerId, day) =>
      tx.query<{ activity: string; minutes: number | null }>(
        `SELECT e.title AS activity, CASE WHEN u.status = 'completed' THEN ${minutesGiven} END AS minutes FROM ${signupTables}
         WHERE u.volunteer_id = $1 AND (s.starts_at AT TIME ZONE e.time_zone)::date = $2 AND u.repeat_of IS NULL
           AND u.status IN ('confirmed', 'checked_in', 'completed') AND e.status IN ('published', 'completed')
           AND NOT EXISTS (SELECT FROM volunteers.hours h WHERE h.signup_id = u.id)
         ORDER BY s.starts_at, u.id`,
        [volunteerId, day],
      ),
    );
  }

  async readEventHours(actor: Actor, eventId: string): Promise<EventHours> {
    await this.access.event(actor, eventId);
    const [sum] = await this.db.query<EventHours & Record<string, unknown>>(
      `SELECT count(*)::integer AS people, coalesce(sum(coalesce(h.minutes, g.minutes)), 0)::integer AS minutes,
         count(*) FILTER (WHERE h.id IS NULL)::integer AS "waiting",
         (SELECT count(*)::integer FROM ${signupsOnShifts}
          WHERE s.event_id = $1 AND u.status = 'confirmed' AND u.repeat_of IS NULL) AS unmarked
       FROM (${eventHours}) g LEFT JOIN volunteers.hours h ON h.signup_id = g."signupId"`,
      [eventId],
    );
    return sum!;
  }

  /**
   * Repeated calls add volunteers marked later.
   * @throws Refusal NOT_FOUND, TOO_EARLY
   */
  async approve(actor: Actor, eventId: string): Promise<EventHours> {
    await this.access.event(actor, eventId);
    await this.db.transaction(async (tx) => {
      const [event] = await tx.query('SELECT 1 FROM events.event e WHERE e.id = $1 AND e.ends_at <= $2', [
        eventId,
        this.clock.now(),
      ]);
      if (!event) throw new Refusal('TOO_EARLY', 'Hours can be approved once the event is over.');
      await this.hours.credit(
        tx,
        await tx.query<CreditedHours & Record<string, unknown>>(eventHours, [eventId]),
        actor.accountId,
      );
    });
    return this.readEventHours(actor, eventId);
  }
}
