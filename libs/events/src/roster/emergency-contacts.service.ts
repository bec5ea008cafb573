import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, Refusal } from '@upstander/platform';
import { Volunteers, type EmergencyContact } from '@upstander/volunteers';
import { RosterAccess } from '../signups/roster-access.js';

@Injectable()
export class EmergencyContacts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: RosterAccess,
    private readonly volunteers: Volunteers,
  ) {}

  /** Returns null if the volunteer has no emergency contact. @throws Refusal NOT_FOUND, NOT_AROUND_THE_SHIFT */
  async readEmergencyContact(actor: Actor, signupId: string): Promise<EmergencyContact | null> {
    await this.access.signup(actor, 'signup:call', signupId);
    const at = this.clock.now();
    const [signup] = await this.db.query<{ volunteerId: string; chapterId: string }>(
      // An unconfirmed address may belong to someone else, so their contact is not shown.
      `SELECT u.volunteer_id AS "volunteerId", e.chapter_id AS "chapterId" FROM events.signup u
       JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id
       WHERE u.id = $1 AND u.status IN ('confirmed', 'checked_in', 'completed') AND u.proven_at IS NOT NULL
         AND $2::timestamptz BETWEEN s.starts_at - interval '1 day' AND s.ends_at + interval '1 day'`,
      [signupId, at],
    );
    if (!signup) {
      throw new Refusal(
        'NOT_AROUND_THE_SHIFT',
        'The emergency contact is available from one day before the shift until one day after it, for people with a spot.',
      );
    }
    return this.db.transaction((tx) =>
      this.volunteers.readEmergencyContact(tx, { ...signup, signupId, by: actor.accountId, at }),
    );
  }
}
