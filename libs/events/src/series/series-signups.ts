import { Injectable } from '@nestjs/common';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, type Tx } from '@upstander/platform';
import type { ChangedShift } from '../events/shift-changes.service.js';
import { releaseSpotsAbove } from '../shifts/series-shifts.js';
import { Safeguarding } from '../safeguarding/safeguarding.service.js';
import { joinShift, signupsOnShifts } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

/** Sign-ups that an edit of a series affects. A displaced one has lost its spot; a dropped one has lost its date. */
export interface AffectedSignups {
  changes: readonly ChangedShift[];
  displaced: readonly string[];
  dropped: readonly string[];
}

export interface PeopleCounts {
  changed: number;
  displaced: number;
  dropped: number;
  notified: number;
}

/** SQL: affected sign-ups with their outcome. $1 are the changes, $2 the displaced and $3 the dropped sign-ups. */
const affected = `
  SELECT u.id, u.volunteer_id, u.locale, s.starts_at, o.outcome, o.before, v.email
  FROM (
    SELECT id, min(outcome) AS outcome, (array_agg(before) FILTER (WHERE before IS NOT NULL))[1] AS before FROM (
      SELECT u.id, '3-changed' AS outcome, c.before
      FROM jsonb_to_recordset($1::jsonb) AS c ("shiftId" uuid, before jsonb) JOIN events.signup u ON u.shift_id = c."shiftId"
      WHERE u.status IN ('confirmed', 'waitlisted', 'offered')
      UNION ALL SELECT unnest($2::uuid[]), '2-displaced', NULL
      UNION ALL SELECT unnest($3::uuid[]), '1-dropped', NULL
    ) each GROUP BY id
  ) o JOIN events.signup u ON u.id = o.id ${joinShift('u')}
    ${joinVolunteer('u')}
  WHERE u.repeat_of IS NULL AND v.email IS NOT NULL`;

/** Applies edits of series to their sign-ups. Methods run in the caller's transaction, which holds the locks of the shifts. */
@Injectable()
export class SeriesSignups {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly safeguarding: Safeguarding,
  ) {}

  /** Returns the latest sign-ups that have no spot left with these capacities, by shift. */
  async findDisplaced(tx: Tx, capacities: ReadonlyMap<string, number>): Promise<string[]> {
    if (capacities.size === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `SELECT id FROM (
         SELECT u.id, c.capacity, s.taken - s.reserved + sum(1 + u.guests) OVER (PARTITION BY s.id ORDER BY u.created_at, u.id)
           - sum(1 + u.guests) OVER (PARTITION BY s.id) AS upto
         FROM unnest($1::uuid[], $2::integer[]) AS c (id, capacity)
           JOIN events.signup u ON u.shift_id = c.id AND u.status IN ('confirmed', 'offered')
           ${joinShift('u')} AND s.taken - s.reserved > c.capacity
       ) line WHERE upto > capacity`,
      [[...capacities.keys()], [...capacities.values()]],
    );
    return rows.map(({ id }) => id);
  }

  /** Returns the active sign-ups of events. */
  async findActive(tx: Tx, eventIds: readonly string[]): Promise<string[]> {
    if (eventIds.length === 0) return [];
    const rows = await tx.query<{ id: string }>(
      `SELECT u.id FROM ${signupsOnShifts}
       WHERE s.event_id = ANY ($1) AND u.status NOT IN ('cancelled', 'expired')`,
      [eventIds],
    );
    return rows.map(({ id }) => id);
  }

  async countPeople(tx: Tx, { changes, displaced, dropped }: AffectedSignups): Promise<PeopleCounts> {
    const [counts] = await tx.query<PeopleCounts & Record<string, unknown>>(
      `SELECT count(DISTINCT volunteer_id) FILTER (WHERE outcome = '3-changed')::integer AS changed,
         count(DISTINCT volunteer_id) FILTER (WHERE outcome = '2-displaced')::integer AS displaced,
         count(DISTINCT volunteer_id) FILTER (WHERE outcome = '1-dropped')::integer AS dropped,
         count(DISTINCT volunteer_id)::integer AS notified
       FROM (${affected}) a`,
      [JSON.stringify(changes), displaced, dropped],
    );
    return counts!;
  }

  /** Moves sign-ups to the waitlist. Runs before a shift gets fewer spots than are taken, which the database refuses. */
  async displace(tx: Tx, { displaced }: AffectedSignups, capacities: ReadonlyMap<string, number>): Promise<void> {
    if (capacities.size > 0) await releaseSpotsAbove(tx, capacities);
    await tx.query('SELECT events.displace_signups($1)', [displaced]);
  }

  /**
   * Moves and ends the sign-ups and queues one email per person. `edit` identifies the edit: a person gets one
   * email for it even if this runs twice.
   */
  async apply(tx: Tx, edit: string, { changes, displaced, dropped }: AffectedSignups): Promise<void> {
    const now = this.clock.now();
    await tx.query('SELECT events.move_signups($1)', [changes.map(({ shiftId }) => shiftId)]);
    await tx.query(
      insertMails({
        template: 'series-changed',
        key: `'series-changed/' || $4 || '/' || volunteer_id`,
        subjectId: '(array_agg(id ORDER BY starts_at, id))[1]',
        recipient: 'min(email::text)',
        locale: '(array_agg(locale ORDER BY starts_at, id))[1]',
        data: `jsonb_build_object('signups', jsonb_agg(jsonb_build_object(
          'id', id, 'outcome', substr(outcome, 3), 'before', coalesce(before, '{}')) ORDER BY starts_at, id))`,
        dueAt: '$5::timestamptz',
        from: `(${affected}) a GROUP BY volunteer_id`,
      }),
      [JSON.stringify(changes), displaced, dropped, edit, now],
    );
    await tx.query(`SELECT events.end_signups($1, 'cancelled', $2)`, [dropped, now]);
    await this.safeguarding.notifyOfBreaches(tx, await this.shiftsOf(tx, displaced));
    this.outbox.deliver(tx);
  }

  private shiftsOf(tx: Tx, signupIds: readonly string[]): Promise<Array<{ signupId: string; shiftId: string }>> {
    return tx.query<{ signupId: string; shiftId: string }>(
      'SELECT id AS "signupId", shift_id AS "shiftId" FROM events.signup WHERE id = ANY ($1)',
      [signupIds],
    );
  }
}
