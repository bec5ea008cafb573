import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, Refusal } from '@upstander/platform';
import { joinVolunteer, type EmergencyContact, Volunteers } from '@upstander/volunteers';
import { isMinor } from '../safeguarding/safeguarding-columns.js';
import { RosterAccess } from '../signups/roster-access.js';
import type { PresentPerson } from './roster-entry.js';
import { signupTables } from '../shifts/shift-joins.js';

interface PresentRow extends Omit<PresentPerson, 'contact'>, Record<string, unknown> {
  volunteerId: string;
  chapterId: string;
  isVerified: boolean;
}

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
      `SELECT u.volunteer_id AS "volunteerId", e.chapter_id AS "chapterId" FROM ${signupTables}
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

  /**
   * Lists everyone who is checked in now. Guests and people with an unconfirmed address have no contact.
   * @throws Refusal NOT_FOUND
   */
  async listPresent(actor: Actor, eventId: string): Promise<PresentPerson[]> {
    await this.access.event(actor, eventId);
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      const people = await tx.query<PresentRow>(
        `SELECT u.id AS "signupId", u.volunteer_id AS "volunteerId", e.chapter_id AS "chapterId", u.name, u.phone, s.role,
           u.guests, ${isMinor} AS "isMinor", u.proven_at IS NOT NULL AS "isVerified"
         FROM ${signupTables} ${joinVolunteer('u')}
         WHERE e.id = $1 AND u.status = 'checked_in' AND u.repeat_of IS NULL
           AND $2::timestamptz BETWEEN s.starts_at - interval '1 day' AND s.ends_at + interval '1 day'
         ORDER BY platform.fold(u.name), u.id LIMIT 1000`,
        [eventId, at],
      );
      const contacts = await this.volunteers.readEmergencyContacts(
        tx,
        people.filter(({ isVerified }) => isVerified),
        { by: actor.accountId, at },
      );
      return people.map(({ volunteerId, ...person }) => ({ ...person, contact: contacts.get(volunteerId) ?? null }));
    });
  }
}
