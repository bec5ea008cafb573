import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '@upstander/platform';
import { VolunteerParts } from '@upstander/volunteers';
import { signupsOnShifts, signupTables } from '../shifts/shift-joins.js';
import { joinSignup } from '../signups/signup-joins.js';

/** SQL: true if the other record `$2` also has the place of `u`, or an overlapping one, per the table's constraints. */
const takenCondition = `EXISTS (
  SELECT FROM events.signup o WHERE o.volunteer_id = $2 AND (
    (o.shift_id = u.shift_id AND (o.repeat_of IS NULL) = (u.repeat_of IS NULL)
      AND o.status NOT IN ('cancelled', 'expired') AND u.status NOT IN ('cancelled', 'expired'))
    OR (o.during && u.during AND o.overlap_reason IS NULL AND u.overlap_reason IS NULL
      AND o.proven_at IS NOT NULL AND u.proven_at IS NOT NULL
      AND o.status IN ('confirmed', 'checked_in', 'completed') AND u.status IN ('confirmed', 'checked_in', 'completed'))
  ))`;

/** Moves sign-ups when two volunteer records are merged, except where both were signed up for the same time. */
@Injectable()
export class SignupsOfVolunteers implements OnModuleInit {
  constructor(private readonly parts: VolunteerParts) {}

  onModuleInit(): void {
    this.parts.define({
      part: 'signups',
      // Blocks concurrent sign-ups with the merged address, so that they find the remaining record.
      lock: async (tx: Tx) => {
        await tx.query('LOCK TABLE events.signup IN SHARE ROW EXCLUSIVE MODE');
      },
      find: async (db, { from, to }, now) => {
        const rows = await db.query<{ id: string; taken: boolean; ahead: boolean }>(
          `SELECT u.id, ${takenCondition} AS taken, s.ends_at > $3 AS ahead
           FROM ${signupsOnShifts} WHERE u.volunteer_id = $1 ORDER BY u.id`,
          [from, to, now],
        );
        const idsWhere = (isTaken: boolean) => rows.filter((row) => row.taken === isTaken).map(({ id }) => id);
        return {
          moves: idsWhere(false),
          stays: idsWhere(true),
          clashes: rows.filter((row) => row.taken && row.ahead).length,
        };
      },
      move: async (tx, ids, { from, to }) =>
        (
          await tx.query(
            'UPDATE events.signup SET volunteer_id = $3 WHERE id = ANY ($1::uuid[]) AND volunteer_id = $2 RETURNING 1 AS moved',
            [ids, from, to],
          )
        ).length,
      export: (db, volunteerIds) =>
        db.query(
          `SELECT e.title, s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt", u.status, u.name, u.phone, u.guests, u.guest_names AS "guestNames", u.group_name AS "groupName",
             u.birth_year AS "birthYear", u.born_by::text AS "bornBy", u.said_minor AS "saidMinor",
             u.created_at AS "createdAt", u.checked_in_at AS "checkedInAt", u.checked_out_at AS "checkedOutAt",
             f.rating, f.comment,
             (SELECT json_agg(json_build_object('name', h.name, 'email', h.email, 'at', h.created_at) ORDER BY h.created_at)
              FROM events.hand_over h WHERE h.signup_id = u.id) AS "offeredTo"
           FROM ${signupTables} LEFT JOIN events.feedback f ON f.signup_id = u.id
           WHERE u.volunteer_id = ANY ($1::uuid[]) AND u.repeat_of IS NULL ORDER BY s.starts_at, u.id`,
          [volunteerIds],
        ),
      findMailSubjects: async (tx, volunteerIds) =>
        (
          await tx.query<{ id: string }>(
            `SELECT u.id FROM events.signup u WHERE u.volunteer_id = ANY ($1::uuid[])
             UNION ALL
             SELECT r.id FROM events.event_message_recipient r ${joinSignup('r')}
             WHERE u.volunteer_id = ANY ($1::uuid[])
             UNION ALL
             SELECT h.id FROM events.hand_over h ${joinSignup('h')}
             WHERE u.volunteer_id = ANY ($1::uuid[])
                OR h.email IN (SELECT v.email FROM volunteers.volunteer v WHERE v.id = ANY ($1::uuid[]))`,
            [volunteerIds],
          )
        ).map(({ id }) => id),
      hasUpcoming: async (tx, volunteerIds, now) => {
        const [one] = await tx.query(
          `SELECT 1 AS ahead FROM ${signupsOnShifts}
           WHERE u.volunteer_id = ANY ($1::uuid[]) AND s.ends_at > $2 AND u.status NOT IN ('cancelled', 'expired') LIMIT 1`,
          [volunteerIds, now],
        );
        return one !== undefined;
      },
      // Keeps the attendance but removes who it was.
      erase: async (tx, volunteerIds) => {
        await tx.query(
          `UPDATE events.signup SET name = '—', phone = NULL, guest_names = '{}', group_name = NULL, birth_year = NULL, born_by = NULL, said_minor = false, idempotency_key = NULL, input_hash = NULL,
             token_version = token_version + 1, overlap_reason = CASE WHEN overlap_reason IS NOT NULL THEN 'erased' END
           WHERE volunteer_id = ANY ($1::uuid[])`,
          [volunteerIds],
        );
        await tx.query(
          `UPDATE events.feedback f SET comment = NULL FROM events.signup u
           WHERE u.id = f.signup_id AND u.volunteer_id = ANY ($1::uuid[])`,
          [volunteerIds],
        );
        // Deletes offers of the erased person and offers made to them. Each contains the addresses of two people.
        await tx.query(
          `DELETE FROM events.hand_over h USING volunteers.volunteer v, events.signup u
           WHERE u.id = h.signup_id AND v.id = ANY ($1::uuid[]) AND (u.volunteer_id = v.id OR h.email = v.email)`,
          [volunteerIds],
        );
        // Their emails are deleted too, so the results would no longer be true.
        await tx.query(
          `DELETE FROM events.event_message_recipient r USING events.signup u
           WHERE u.id = r.signup_id AND u.volunteer_id = ANY ($1::uuid[])`,
          [volunteerIds],
        );
        await tx.query('DELETE FROM events.calendar_feed WHERE volunteer_id = ANY ($1::uuid[])', [volunteerIds]);
      },
    });
  }
}
