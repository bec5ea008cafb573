import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ErasureSteps } from '@upstander/identity';
import { Clock, Database, type Tx } from '@upstander/platform';
import { volunteersOfAddress, VolunteerParts } from '@upstander/volunteers';

/** SQL: true if the other record `$2` is also signed up for every date of the shift of `st`. */
const takenCondition = `st.status = 'active' AND EXISTS (
  SELECT FROM events.standing_signup o WHERE o.volunteer_id = $2 AND o.status = 'active' AND o.series_id = st.series_id
    AND o.role = st.role AND o.role_number = st.role_number)`;

/** Moves standing sign-ups when records are merged, and ends and deletes them in an erasure. */
@Injectable()
export class StandingSignupsOfVolunteers implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly parts: VolunteerParts,
    private readonly steps: ErasureSteps,
  ) {}

  onModuleInit(): void {
    this.parts.define({
      part: 'standing-signups',
      find: async (db, { from, to }) => {
        const rows = await db.query<{ id: string; taken: boolean }>(
          `SELECT st.id, ${takenCondition} AS taken FROM events.standing_signup st WHERE st.volunteer_id = $1 ORDER BY st.id`,
          [from, to],
        );
        const idsWhere = (isTaken: boolean) => rows.filter(({ taken }) => taken === isTaken).map(({ id }) => id);
        return { moves: idsWhere(false), stays: idsWhere(true), clashes: 0 };
      },
      move: async (tx, ids, { from, to }) => {
        // Those that stay with the merged record would sign up the same person twice.
        await tx.query(
          `UPDATE events.standing_signup st SET status = 'ended', ended_at = $3
           WHERE st.volunteer_id = $1 AND NOT st.id = ANY ($4::uuid[]) AND ${takenCondition}`,
          [from, to, this.clock.now(), ids],
        );
        return (
          await tx.query(
            'UPDATE events.standing_signup SET volunteer_id = $3 WHERE id = ANY ($1::uuid[]) AND volunteer_id = $2 RETURNING 1 AS moved',
            [ids, from, to],
          )
        ).length;
      },
      export: (db, volunteerIds) =>
        db.query(
          `SELECT r.title AS series, st.role, st.until::text, st.status, st.guests, st.guest_names AS "guestNames",
             st.created_at AS "createdAt", st.ended_at AS "endedAt"
           FROM events.standing_signup st JOIN events.series r ON r.id = st.series_id
           WHERE st.volunteer_id = ANY ($1::uuid[]) ORDER BY st.created_at, st.id`,
          [volunteerIds],
        ),
      findMailSubjects: async (tx, volunteerIds) =>
        (
          await tx.query<{ id: string }>(
            'SELECT id FROM events.standing_signup WHERE volunteer_id = ANY ($1::uuid[])',
            [volunteerIds],
          )
        ).map(({ id }) => id),
      erase: async (tx: Tx, volunteerIds) => {
        await tx.query('DELETE FROM events.standing_signup WHERE volunteer_id = ANY ($1::uuid[])', [volunteerIds]);
      },
    });
    // Before the sign-ups end, so that no job signs the person up again.
    this.steps.define({
      name: 'standing-signups',
      end: async (email, at) => {
        await this.db.query(
          `UPDATE events.standing_signup SET status = 'ended', ended_at = $2
           WHERE volunteer_id IN (${volunteersOfAddress}) AND status <> 'ended'`,
          [email, at],
        );
      },
    });
  }
}
