import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Config, Database } from '@upstander/platform';
import { RosterAccess } from '../signups/roster-access.js';
import { adults, isAdult, onShiftFrom, unknownAge } from './safeguarding-columns.js';
import { shiftTables, signupsOnShifts } from '../shifts/shift-joins.js';
import { lockShiftsById } from '../shifts/shift-store.js';
import { takeSpots } from '../shifts/shift-spots.js';
import { joinVolunteer } from '@upstander/volunteers';

@Injectable()
export class GapSolutions {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly access: RosterAccess,
  ) {}

  /**
   * Asks volunteers of unknown age, at most once a day each. Returns the number of emails.
   * @throws Refusal NOT_FOUND
   */
  async askForAges(actor: Actor, shiftId: string): Promise<number> {
    await this.access.requireShift(actor, shiftId);
    const now = this.clock.now();
    const queued = await this.db.query(
      insertMails({
        template: 'age-request',
        key: `'age-request/' || p.id || '/' || $3::text`,
        subjectId: 'p.id',
        recipient: 'p.email',
        locale: 'p.locale',
        dueAt: '$2::timestamptz',
        from: `${shiftTables} CROSS JOIN LATERAL (
            SELECT u.id, v.email, u.locale FROM ${onShiftFrom} AND v.email IS NOT NULL AND u.status = 'confirmed' AND ${unknownAge}
          ) p
          WHERE s.id = $1 AND e.status = 'published' AND s.starts_at > $2`,
      }),
      [shiftId, now, now.toISOString().slice(0, 10)],
    );
    if (queued.length > 0) this.outbox.deliver();
    return queued.length;
  }

  /**
   * Offers added places to adults on the waitlist, as many as the shift lacks. Returns the number of offers.
   * @throws Refusal NOT_FOUND
   */
  async offerToAdults(actor: Actor, shiftId: string): Promise<number> {
    await this.access.requireShift(actor, shiftId);
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await lockShiftsById(tx, [shiftId]);
      const offers = await tx.query<{ id: string; party: number }>(
        `WITH lacking AS (
           SELECT s.id, s.starts_at, e.minimum_adults - ${adults} - (
             SELECT count(*) FROM events.signup u ${joinVolunteer('u')}
             WHERE u.shift_id = s.id AND u.status = 'offered' AND ${isAdult}
           ) AS missing
           FROM ${shiftTables} WHERE s.id = $1 AND e.with_minors AND e.status = 'published' AND s.starts_at > $2
         ), chosen AS (
           SELECT u.id, 1 + u.guests AS party, least($2::timestamptz + $3 * interval '1 hour', s.starts_at) AS until
           FROM ${signupsOnShifts} ${joinVolunteer('u')}
           WHERE u.shift_id = $1 AND u.status = 'waitlisted' AND u.repeat_of IS NULL AND ${isAdult}
           ORDER BY u.line_number LIMIT greatest((SELECT missing FROM lacking), 0)
         )
         UPDATE events.signup u SET status = 'offered', expires_at = NULL, offer_expires_at = chosen.until
         FROM chosen WHERE u.id = chosen.id RETURNING u.id, chosen.party`,
        [shiftId, now, this.config.OFFER_HOURS],
      );
      if (offers.length === 0) return 0;
      await takeSpots(tx, shiftId, {
        places: offers.reduce((sum, { party }) => sum + party, 0),
        fromWaitlist: offers.length,
        addPlaces: true,
      });
      const mails = await tx.query(
        insertMails({
          template: 'signup-offer',
          key: `'signup-offer/' || u.id`,
          subjectId: 'u.id',
          recipient: 'v.email',
          locale: 'u.locale',
          dueAt: '$2',
          from: `events.signup u ${joinVolunteer('u')} WHERE u.id = ANY ($1::uuid[])`,
        }),
        [offers.map(({ id }) => id), now],
      );
      this.outbox.deliver(tx);
      return mails.length;
    });
  }
}
