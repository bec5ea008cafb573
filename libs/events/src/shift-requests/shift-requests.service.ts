import { Injectable } from '@nestjs/common';
import { RateLimits, accountName, type Actor } from '@upstander/identity';
import { insertMails, mailExists, Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  Database,
  isUuid,
  keysetList,
  notFound,
  Postcodes,
  Values,
  type PageArgs,
  type Tx,
} from '@upstander/platform';
import { RosterAccess } from '../signups/roster-access.js';
import { buildCandidateQuery, candidatesFrom, mayBeAsked } from './shift-candidates.js';
import type {
  AskedVolunteer,
  ShiftCandidate,
  ShiftCandidateConnection,
  ShiftCandidateFilter,
} from './shift-request.js';
import { lockShiftsById } from '../shifts/shift-store.js';
import './shift-request.entity.js';
import { reserveSpots } from '../shifts/shift-spots.js';
import { shiftTables } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

const maxVolunteers = 50;
const maxReserveHours = 168;
/** Distances are shown up to this many miles. */
const maxMilesShown = 50;

/** SQL: the result of request `q` to volunteer `v`. */
export const outcomeOf = `CASE
    WHEN EXISTS (SELECT FROM events.signup u WHERE u.shift_id = q.shift_id AND u.volunteer_id = v.id AND u.repeat_of IS NULL
      AND u.status IN ('confirmed', 'checked_in', 'completed', 'no_show')) THEN 'signed_up'
    WHEN EXISTS (SELECT FROM events.signup u WHERE u.shift_id = q.shift_id AND u.volunteer_id = v.id AND u.repeat_of IS NULL
      AND u.status IN ('waitlisted', 'offered')) THEN 'waitlisted'
    WHEN q.declined_at IS NOT NULL THEN 'declined'
    WHEN ${mailExists([`'shift-request/' || q.id`], ['failed', 'bounced', 'skipped'])} THEN 'not_sent'
    ELSE 'no_answer' END`;

/** Merged records lead to the one that is kept. */
export const requestsFrom = `events.shift_request q JOIN volunteers.volunteer asked ON asked.id = q.volunteer_id
  JOIN volunteers.volunteer v ON v.id = coalesce(asked.merged_into, asked.id)`;

@Injectable()
export class ShiftRequests {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: RosterAccess,
    private readonly limits: RateLimits,
    private readonly postcodes: Postcodes,
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async listCandidates(
    actor: Actor,
    shiftId: string,
    filter: ShiftCandidateFilter,
    page: PageArgs,
  ): Promise<ShiftCandidateConnection> {
    await this.access.requireShift(actor, shiftId);
    const [shift] = await this.db.query<{ postcode: string | null; online: boolean }>(
      `SELECT s.postcode, s.online FROM ${shiftTables} WHERE s.id = $1`,
      [shiftId],
    );
    const isPlaced = shift && !shift.online && shift.postcode !== null;
    const radius = Math.min(200, Math.max(maxMilesShown, filter.miles ?? 0));
    const near = isPlaced ? ((await this.postcodes.findNear(shift.postcode!, radius)) ?? []) : [];
    const values = new Values();
    const at = values.add(this.clock.now());
    const question = buildCandidateQuery(filter, { near, at }, values);
    return keysetList<ShiftCandidate>(this.db, {
      ...question,
      from: candidatesFrom(values.add(shiftId)),
      values,
      direction: 'DESC',
      page,
    });
  }

  /** Returns everyone asked about the shift, latest first; at most 500. @throws Refusal NOT_FOUND */
  async list(actor: Actor, shiftId: string): Promise<AskedVolunteer[]> {
    await this.access.requireShift(actor, shiftId);
    return this.db.query<AskedVolunteer & Record<string, unknown>>(
      `SELECT q.id, v.id AS "volunteerId", coalesce(v.preferred_name, v.name) AS name, q.asked_at AS "askedAt",
         ${accountName('q.asked_by')} AS "askedBy", ${outcomeOf} AS outcome
       FROM ${requestsFrom}
       WHERE q.shift_id = $1 AND v.erased_at IS NULL ORDER BY q.asked_at DESC, q.id LIMIT 500`,
      [shiftId],
    );
  }

  /**
   * Emails those of the volunteers who can still be asked, and returns their number. Others were asked, signed up or
   * stopped messages since the list was loaded.
   * @throws Refusal NOT_FOUND, BAD_INPUT, TOO_MANY_TRIES
   */
  async ask(
    actor: Actor,
    shiftId: string,
    volunteerIds: readonly string[],
    reserveHours: number | null = null,
  ): Promise<number> {
    await this.access.requireShift(actor, shiftId);
    if (volunteerIds.length === 0) throw badInput({ volunteerIds: 'required' });
    if (volunteerIds.length > maxVolunteers) throw badInput({ volunteerIds: 'too-many' });
    if (reserveHours !== null && (reserveHours < 1 || reserveHours > maxReserveHours))
      throw badInput({ reserveHours: 'out-of-range' });
    if (!volunteerIds.every(isUuid)) throw notFound('This volunteer');
    await this.limits.consume('organizer-message', String(actor.accountId));
    return this.db.transaction(async (tx) => {
      // The shift before the volunteers, as sign-ups lock them.
      if (reserveHours !== null) await lockShiftsById(tx, [shiftId]);
      // Requests for several shifts at the same time must not exceed the weekly limit.
      await tx.query('SELECT FROM volunteers.volunteer WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [
        volunteerIds,
      ]);
      const requestIds = await this.insert(tx, actor, shiftId, volunteerIds);
      await tx.query(
        insertMails({
          template: 'shift-request',
          key: `'shift-request/' || q.id`,
          subjectId: 'q.id',
          recipient: 'v.email',
          locale: 'v.locale',
          dueAt: '$2',
          canWait: 'true',
          from: `events.shift_request q ${joinVolunteer('q')} WHERE q.id = ANY ($1::uuid[])`,
        }),
        [requestIds, this.clock.now()],
      );
      if (reserveHours !== null && requestIds.length > 0)
        await reserveSpots(tx, shiftId, { spots: requestIds.length, now: this.clock.now(), hours: reserveHours });
      if (requestIds.length > 0) this.outbox.deliver(tx);
      return requestIds.length;
    });
  }

  private async insert(tx: Tx, actor: Actor, shiftId: string, volunteerIds: readonly string[]): Promise<string[]> {
    const values = new Values();
    const at = values.add(this.clock.now());
    const rows = await tx.query<{ id: string }>(
      `INSERT INTO events.shift_request (shift_id, volunteer_id, asked_by, asked_at)
       SELECT s.id, v.id, ${values.add(actor.accountId)}::uuid, ${at}::timestamptz FROM ${candidatesFrom(values.add(shiftId))}
       WHERE ${mayBeAsked(at).join(' AND ')} AND v.id = ANY (${values.add(volunteerIds)}::uuid[])
       ON CONFLICT DO NOTHING RETURNING id`,
      values.list,
    );
    return rows.map(({ id }) => id);
  }
}
