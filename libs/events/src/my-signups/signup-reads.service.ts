import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, selectList, Database, SignedIds } from '@upstander/platform';
import { joinVolunteer, volunteerIdOfAddress } from '@upstander/volunteers';
import { overlapsOf } from '../signups/signup-facts.js';
import { DoorCodes } from '../signups/door-codes.js';
import { EventReads } from '../events/event-reads.js';
import type { Event } from '../events/event.entity.js';
import { unknownAge } from '../safeguarding/safeguarding-columns.js';
import { waitlistPosition } from '../signups/locked-signup.js';
import type { MySignup, SignupOverlap } from '../signups/my-signup.js';
import type { MissingCredential } from '../requirements/requirement.js';
import { ShiftRequirements } from '../requirements/shift-requirements.service.js';
import { Signup } from '../signups/signup.entity.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';

type SignupRecord = Omit<MySignup, 'event' | 'shift' | 'token' | 'overlaps' | 'doorCode' | 'missing'> & {
  tokenVersion: number;
  eventId: string;
  overlaps: Array<Omit<SignupOverlap, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string }>;
};

const selectOwn = `
  SELECT ${selectList(Signup, 'u', ['id', 'shiftId', 'volunteerId', 'status', 'name', 'tokenVersion', 'guests', 'guestNames', 'groupName', 'minorGuests'])}, s.event_id AS "eventId", ${waitlistPosition} AS position,
    u.proven_at IS NOT NULL AS "addressConfirmed",
    CASE WHEN u.status = 'offered' THEN u.offer_expires_at END AS "offerExpiresAt",
    (SELECT coalesce(json_agg(o), '[]') FROM (${overlapsOf('u')} LIMIT 5) o) AS overlaps,
    EXISTS (
      SELECT FROM events.calendar_feed f WHERE f.volunteer_id = u.volunteer_id AND f.revoked_at IS NULL
    ) AS "hasCalendarFeed",
    EXISTS (
      SELECT FROM events.event e ${joinVolunteer('u')}
      WHERE e.id = s.event_id AND e.with_minors AND ${unknownAge}
    ) AS "needsAgeConfirmation"
  FROM ${signupsOnShifts}`;

@Injectable()
export class SignupReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly events: EventReads,
    private readonly requirements: ShiftRequirements,
    private readonly codes: DoorCodes,
  ) {}

  /** The link of a repeat returns the original sign-up. */
  async byToken(token: string): Promise<MySignup | null> {
    const link = this.signedIds.verify('signup', token);
    if (!link) return null;
    const records = await this.db.query<SignupRecord>(
      `${selectOwn}
       WHERE u.id = (
         SELECT coalesce(o.id, r.id) FROM events.signup r
         LEFT JOIN events.signup o ON r.repeat_of IS NOT NULL AND o.shift_id = r.shift_id
           AND o.volunteer_id = r.volunteer_id AND o.repeat_of IS NULL
           AND o.status IN ('confirmed', 'waitlisted', 'offered')
         WHERE r.id = $1 AND r.token_version = $2
       )`,
      [link.id, link.version],
    );
    return (await this.addEvents(records))[0] ?? null;
  }

  /** Returns the signed-in volunteer's upcoming sign-ups and those of the past year. */
  async findByActor(actor: Actor): Promise<MySignup[]> {
    if (!actor.email) return [];
    const records = await this.db.query<SignupRecord>(
      `${selectOwn}
       WHERE u.volunteer_id = ${volunteerIdOfAddress('$1')} AND u.repeat_of IS NULL AND s.ends_at > $2::timestamptz - interval '1 year'
       ORDER BY s.ends_at <= $2, CASE WHEN s.ends_at > $2 THEN s.starts_at END, s.starts_at DESC, u.id LIMIT 200`,
      [actor.email, this.clock.now()],
    );
    const versions = new Map(records.map(({ id, tokenVersion }) => [id, tokenVersion]));
    const signups = await this.addEvents(records);
    return signups.map((one) => ({ ...one, token: this.signedIds.sign('signup', one.id, versions.get(one.id)) }));
  }

  private async addEvents(records: readonly SignupRecord[]): Promise<MySignup[]> {
    if (records.length === 0) return [];
    const events = await this.events.byIds([...new Set(records.map(({ eventId }) => eventId))]);
    const missing = await this.findMissingFor(records[0]!.volunteerId, events);
    return records.flatMap(({ eventId, overlaps, ...record }) => {
      const event = events.get(eventId);
      const shift = event?.shifts.find(({ id }) => id === record.shiftId);
      if (!event || !shift) return [];
      const overlappingShifts = overlaps.map((other) => ({
        ...other,
        startsAt: new Date(other.startsAt),
        endsAt: new Date(other.endsAt),
      }));
      const hasPlace = record.status === 'confirmed' || record.status === 'checked_in';
      const doorCode = hasPlace ? this.codes.doorCodeOf(record) : null;
      return [{ ...record, event, shift, overlaps: overlappingShifts, doorCode, missing: missing.get(shift.id) ?? [] }];
    });
  }

  /** Skips the query if no shift has requirements. */
  private async findMissingFor(
    volunteerId: string,
    events: ReadonlyMap<string, Event>,
  ): Promise<Map<string, MissingCredential[]>> {
    const now = this.clock.now().toISOString();
    const shifts = [...events.values()].flatMap((event) => event.shifts);
    const withRequirements = shifts.filter((shift) => shift.requirements.length > 0 && String(shift.startsAt) > now);
    if (withRequirements.length === 0) return new Map();
    return this.requirements.findMissing(this.db, {
      volunteer: { id: volunteerId },
      shiftIds: withRequirements.map(({ id }) => id),
    });
  }
}
