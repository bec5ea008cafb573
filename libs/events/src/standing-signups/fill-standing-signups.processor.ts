import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Config, Database, JobHandler, Logger, type Job, type Tx } from '@upstander/platform';
import { MultiShiftPlacing, requestsOf } from '../several-shifts/multi-shift-placing.js';
import { isFinal } from './series-sign-up.service.js';
import { maxDates, recordDates, upcomingDates, type SeriesDate } from './standing-dates.js';
import { StandingSignups } from './standing-signups.service.js';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';
import { joinSignup } from '../signups/signup-joins.js';
import { waitForMerges } from '../signups/locked-signup.js';

const batchSize = 500;

/** SQL: dates that standing sign-up `st` of volunteer `v` covers and that were not tried yet. $1: now. */
const newDates = `
  SELECT d."eventId", d."shiftId", d."startsAt" FROM (${upcomingDates({
    seriesId: 'st.series_id',
    role: 'st.role',
    roleNumber: 'st.role_number',
    until: 'st.until',
    at: '$1::timestamptz',
  })}) d
  WHERE (d.opens_at IS NULL OR d.opens_at <= $1::timestamptz
      OR events.opened_to(v.id, true, d.chapter_id, d.opens_at, d.opens_to_members_at, $1::timestamptz))
    AND NOT EXISTS (
      SELECT FROM events.standing_signup_date t WHERE t.standing_signup_id = st.id AND t.event_id = d."eventId"
    )`;

/** SQL: active standing sign-ups `st` with their volunteers `v`. */
const active = `events.standing_signup st ${joinVolunteer('st')} AND v.email IS NOT NULL AND v.erased_at IS NULL AND st.status = 'active'`;

/** SQL: standing sign-up `st` was confirmed with one of the sign-ups of its request. */
const confirmedCondition = `EXISTS (
  SELECT FROM events.signup u WHERE u.made_with = st.made_with AND u.volunteer_id = st.volunteer_id
    AND u.proven_at IS NOT NULL AND u.repeat_of IS NULL
)`;

const statements = {
  /** An organizer may have renamed the role: the latest date says what it is called now. */
  followRoles: `
    UPDATE events.standing_signup st SET role = latest.role
    FROM events.standing_signup o CROSS JOIN LATERAL (
      SELECT s.role FROM events.standing_signup_date d ${joinSignup('d')} ${joinShiftAndEvent('u')}
      WHERE d.standing_signup_id = o.id AND NOT 'shifts' = ANY (e.overrides) ORDER BY s.starts_at DESC LIMIT 1
    ) latest
    WHERE st.id = o.id AND o.status = 'active' AND latest.role <> o.role
      AND NOT EXISTS (
        SELECT FROM events.standing_signup t WHERE t.series_id = o.series_id AND t.volunteer_id = o.volunteer_id
          AND t.role = latest.role AND t.role_number = o.role_number AND t.status = 'active'
      )`,
  finished: `
    UPDATE events.standing_signup st SET status = 'ended', ended_at = $1
    FROM events.series r
    WHERE r.id = st.series_id AND st.status = 'active' AND st.until < ($1::timestamptz AT TIME ZONE r.time_zone)::date`,
  neverConfirmed: `
    DELETE FROM events.standing_signup st
    WHERE st.status = 'unconfirmed' AND st.created_at < $1::timestamptz - $2 * interval '1 hour' AND NOT ${confirmedCondition}`,
  confirmed: `
    SELECT st.id FROM events.standing_signup st WHERE st.status = 'unconfirmed' AND ${confirmedCondition} ORDER BY st.id LIMIT $1`,
  toFill: `
    SELECT st.id FROM ${active} WHERE st.id > $2::uuid AND EXISTS (${newDates}) ORDER BY st.id LIMIT $3`,
  /** One email for all new dates, at most every 28 days unless a date is sooner. */
  summaries: `
    WITH due AS (
      SELECT st.id FROM events.standing_signup st
      WHERE st.status = 'active' AND EXISTS (
        SELECT FROM events.standing_signup_date d JOIN events.event e ON e.id = d.event_id
        WHERE d.standing_signup_id = st.id AND d.told_at IS NULL AND (st.summarized_at IS NULL
          OR least(st.summarized_at, e.starts_at - interval '56 days') <= $1::timestamptz - interval '28 days')
      ) ORDER BY st.id LIMIT $2 FOR UPDATE SKIP LOCKED
    ), told AS (
      UPDATE events.standing_signup_date d SET told_at = $1 FROM due WHERE d.standing_signup_id = due.id AND d.told_at IS NULL
    ), summarized AS (
      UPDATE events.standing_signup st SET summarized_at = $1 FROM due WHERE st.id = due.id
    ), mails AS (
      ${insertMails({
        template: 'standing-dates',
        key: `'standing-dates/' || st.id || '/' || extract(epoch FROM $1::timestamptz(3))`,
        subjectId: 'st.id',
        recipient: 'v.email',
        locale: 'st.locale',
        data: `jsonb_build_object('at', (extract(epoch FROM $1::timestamptz(3)) * 1000)::bigint)`,
        dueAt: '$1',
        from: `due JOIN events.standing_signup st ON st.id = due.id ${joinVolunteer('st')}`,
      })}
    )
    SELECT count(*)::integer AS due FROM due`,
};

interface ActiveStandingSignup extends Record<string, unknown> {
  name: string;
  email: string;
  phone: string | null;
  locale: 'en' | 'es';
  guests: number;
  guestNames: string[];
  acceptsFewerGuests: boolean;
}

/** Signs up those with a standing sign-up for dates that were added since, and emails each of them once. */
@JobHandler('fill-standing-signups')
export class FillStandingSignups implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly placing: MultiShiftPlacing,
    private readonly standingSignups: StandingSignups,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    await this.db.query(statements.finished, [now]);
    await this.db.query(statements.neverConfirmed, [now, this.config.UNCONFIRMED_HOURS]);
    for (const { id } of await this.db.query<{ id: string }>(statements.confirmed, [batchSize]))
      await this.db.transaction((tx) => this.standingSignups.activate(tx, id));
    await this.db.query(statements.followRoles);
    await this.fillAll(signal);
    for (let count = batchSize; count === batchSize && !signal.aborted;) {
      const [row] = await this.db.query<{ due: number }>(statements.summaries, [this.clock.now(), batchSize]);
      count = row?.due ?? 0;
      if (count > 0) this.outbox.deliver();
    }
  }

  private async fillAll(signal: AbortSignal): Promise<void> {
    let after = '00000000-0000-0000-0000-000000000000';
    for (let count = batchSize; count === batchSize && !signal.aborted;) {
      const rows = await this.db.query<{ id: string }>(statements.toFill, [this.clock.now(), after, batchSize]);
      for (const { id } of rows) {
        if (signal.aborted) return;
        await this.fillOne(id).catch((error: unknown) => {
          this.logger.error({ why: String(error), standingSignup: id }, 'a standing sign-up could not be filled');
        });
      }
      count = rows.length;
      after = rows.at(-1)?.id ?? after;
    }
  }

  private async fillOne(id: string): Promise<void> {
    for (let count = maxDates; count === maxDates;) count = await this.db.transaction((tx) => this.fill(tx, id));
  }

  /** Returns the number of recorded dates. */
  private async fill(tx: Tx, id: string): Promise<number> {
    await waitForMerges(tx);
    const [standing] = await tx.query<ActiveStandingSignup>(
      `SELECT v.name, v.email::text, v.phone, st.locale, st.guests, st.guest_names AS "guestNames",
         st.takes_fewer AS "acceptsFewerGuests"
       FROM ${active} WHERE st.id = $1 FOR UPDATE OF st SKIP LOCKED`,
      [id],
    );
    if (!standing) return 0;
    const at = this.clock.now();
    const dates = await tx.query<SeriesDate>(
      `SELECT n.* FROM ${active} CROSS JOIN LATERAL (${newDates}) n WHERE st.id = $2
       ORDER BY n."startsAt", n."eventId" LIMIT $3`,
      [at, id, maxDates],
    );
    if (dates.length === 0) return 0;
    const signer = { person: standing, verified: true, volunteer: null };
    const shiftIds = dates.map(({ shiftId }) => shiftId);
    const placed = await this.placing.place(tx, signer, requestsOf(signer, standing, shiftIds));
    const results = dates.map(({ eventId }, index) => ({ eventId, placed: placed[index]! }));
    const recorded = results.filter(({ placed: one }) => isFinal(one));
    await recordDates(tx, id, recorded, { at, toldAt: null });
    this.logger.info({ dates: recorded.length }, 'standing sign-up filled');
    return recorded.length;
  }
}
