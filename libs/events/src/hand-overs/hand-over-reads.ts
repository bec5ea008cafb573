import { Injectable } from '@nestjs/common';
import { Clock, selectList, Database, SignedIds, speakableName } from '@upstander/platform';
import { overlapsOf } from '../signups/signup-facts.js';
import { EventReads } from '../events/event-reads.js';
import type { HandOverOffer, HandOverStatus, MyHandOver } from './hand-over.entity.js';
import { HandOver } from './hand-over.entity.js';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';

interface OfferRecord extends Record<string, unknown> {
  id: string;
  name: string;
  giver: string;
  shiftId: string;
  eventId: string;
  status: HandOverStatus;
  expiresAt: Date;
  requiredAge: number | null;
  guests: number;
  guestNames: string[];
  waitlistedGuests: number;
  overlaps: Array<{ title: string; role: string; startsAt: string; endsAt: string; timeZone: string }>;
}

/** Returns SQL for the status of offer `h` at time `at`, for queries on events.hand_over. */
export const statusOf = (h: string, at: string): string => `events.hand_over_status(${h}.id, ${at})`;

@Injectable()
export class HandOverReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly events: EventReads,
  ) {}

  /** Returns the offers of a sign-up, newest first; at most 20. */
  listForSignup(signupId: string): Promise<MyHandOver[]> {
    return this.db.query<MyHandOver & Record<string, unknown>>(
      `SELECT ${selectList(HandOver, 'h', ['id', 'name', 'email', 'expiresAt'])}, ${statusOf('h', '$2')} AS status
       FROM events.hand_over h WHERE h.signup_id = $1 ORDER BY h.created_at DESC, h.id LIMIT 20`,
      [signupId, this.clock.now()],
    );
  }

  /** Returns null if the token is invalid. */
  async byToken(token: string): Promise<HandOverOffer | null> {
    const link = this.signedIds.verify('hand-over', token);
    if (!link) return null;
    const [offer] = await this.db.query<OfferRecord>(
      `SELECT h.id, h.name, giver.name AS giver, h.shift_id AS "shiftId", s.event_id AS "eventId",
         least(h.expires_at, s.starts_at) AS "expiresAt", ${statusOf('h', '$2')} AS status,
         CASE WHEN events.may_take(s, e, kept, true, NULL, false, $2) = 'AGE_NEEDED'
           THEN greatest(s.minimum_age, CASE WHEN e.with_minors THEN 18 END) END AS "requiredAge",
         CASE WHEN h.with_guests THEN giver.guests ELSE 0 END AS guests,
         CASE WHEN h.with_guests THEN giver.guest_names ELSE '{}' END AS "guestNames",
         coalesce((SELECT own.guests FROM events.signup own WHERE own.volunteer_id = coalesce(v.merged_into, v.id)
           AND own.shift_id = h.shift_id AND own.status = 'waitlisted' AND own.repeat_of IS NULL), 0) AS "waitlistedGuests",
         (SELECT coalesce(json_agg(o), '[]') FROM (${overlapsOf('mine')} LIMIT 5) o) AS overlaps
       FROM events.hand_over h
         JOIN events.signup giver ON giver.id = h.signup_id ${joinShiftAndEvent('h')} LEFT JOIN volunteers.volunteer v ON v.email = h.email
         LEFT JOIN volunteers.volunteer kept ON kept.id = coalesce(v.merged_into, v.id) AND kept.proven_at IS NOT NULL
         -- Treats the offered place as already held, to show the recipient any overlap before they accept.
         CROSS JOIN LATERAL (
           SELECT coalesce(v.merged_into, v.id) AS volunteer_id, s.id AS shift_id, NULL::text AS overlap_reason,
             'confirmed' AS status, tstzrange(s.starts_at, s.ends_at, '[)') AS during
         ) mine
       WHERE h.id = $1`,
      [link.id, this.clock.now()],
    );
    if (!offer) return null;
    const event = (await this.events.byIds([offer.eventId])).get(offer.eventId);
    const shift = event?.shifts.find(({ id }) => id === offer.shiftId);
    if (!event || !shift) return null;
    const { id, status, expiresAt, name, requiredAge, guests, waitlistedGuests } = offer;
    const guestNames = offer.guestNames.flatMap((one) => speakableName(one) ?? []);
    const overlaps = offer.overlaps.map((other) => ({
      ...other,
      startsAt: new Date(other.startsAt),
      endsAt: new Date(other.endsAt),
    }));
    const request = { requiredAge, guests, guestNames, waitlistedGuests };
    return { id, status, expiresAt, name, ...request, from: speakableName(offer.giver), overlaps, shift, event };
  }
}
