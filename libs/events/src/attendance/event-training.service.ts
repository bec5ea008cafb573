import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Database, Refusal } from '@upstander/platform';
import { CredentialDesk } from '@upstander/volunteers';
import { RosterAccess } from '../signups/roster-access.js';
import { signupTables } from '../shifts/shift-joins.js';

@Injectable()
export class EventTraining {
  constructor(
    private readonly db: Database,
    private readonly access: RosterAccess,
    private readonly desk: CredentialDesk,
  ) {}

  /**
   * Records a training for everyone who attended and returns how many are new. Repeated calls add volunteers marked
   * later.
   * @throws Refusal NOT_FOUND, TOO_EARLY
   */
  async record(actor: Actor, eventId: string, typeId: string): Promise<number> {
    await this.access.event(actor, eventId);
    return this.db.transaction(async (tx) => {
      const attendees = await tx.query<{ volunteerId: string; title: string; day: string }>(
        `SELECT DISTINCT ON (u.volunteer_id) u.volunteer_id AS "volunteerId", e.title, s.starts_at_local::date::text AS day
         FROM ${signupTables} WHERE e.id = $1 AND u.status = 'completed' AND u.repeat_of IS NULL ORDER BY u.volunteer_id, s.starts_at`,
        [eventId],
      );
      if (attendees.length === 0) throw new Refusal('TOO_EARLY', 'No one has been marked as present yet.');
      return this.desk.recordAttended(tx, { typeId, eventId, attended: attendees, by: actor.accountId });
    });
  }
}
