import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import {
  Clock,
  Database,
  keysetList,
  nestColumns,
  notFound,
  selectList,
  SignedIds,
  Values,
  type PageArgs,
} from '@upstander/platform';
import { joinVolunteer, volunteerIdOfAddress } from '@upstander/volunteers';
import { waitlistPosition } from '../signups/locked-signup.js';
import { StandingSignup } from './standing-signup.entity.js';
import type { MyStandingSignup, Regular, RegularConnection, StandingSignupDate } from './standing-signup.types.js';
import { dateTables } from './standing-dates.js';
import { joinSignup } from '../signups/signup-joins.js';

const maxListedDates = 400;

const columns = `${selectList(StandingSignup, 'st', ['id', 'seriesId', 'role', 'roleNumber', 'until', 'status', 'guests', 'guestNames', 'createdAt', 'endedAt', 'tokenVersion'])},
  v.name, r.slug AS "series.slug", r.title AS "series.title", r.time_zone AS "series.timeZone"`;
const source = `events.standing_signup st ${joinVolunteer('st')}
  JOIN events.series r ON r.id = st.series_id`;

/** Upcoming dates of a regular, by what became of them. */
const countOf = (condition: string) => `(
  SELECT count(*)::integer FROM events.standing_signup_date d JOIN events.event e ON e.id = d.event_id AND e.status = 'published'
    LEFT ${joinSignup('d')}
  WHERE d.standing_signup_id = st.id AND e.ends_at > $1 AND ${condition})`;

const regularColumns = `${selectList(StandingSignup, 'st', ['id', 'volunteerId', 'role', 'roleNumber', 'until', 'guests', 'status', 'createdAt'])},
  v.name, st.added_by IS NOT NULL AS "isAddedByOrganizer",
  ${countOf(`u.status IN ('confirmed', 'checked_in')`)} AS "confirmedCount",
  ${countOf(`u.status IN ('waitlisted', 'offered')`)} AS "waitlistedCount", ${countOf('d.refusal IS NOT NULL')} AS "refusedCount"`;

@Injectable()
export class StandingSignupReads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly access: Access,
  ) {}

  async byToken(token: string): Promise<MyStandingSignup | null> {
    const link = this.signedIds.verify('standing-signup', token);
    if (!link) return null;
    return (await this.list('st.id = $1 AND st.token_version = $2', [link.id, link.version]))[0] ?? null;
  }

  /** @throws Refusal NOT_FOUND */
  async byId(id: string): Promise<MyStandingSignup> {
    const [standing] = await this.list('st.id = $1', [id]);
    if (!standing) throw notFound('This sign-up');
    return standing;
  }

  /** Returns the signed-in volunteer's active standing sign-ups. */
  async findByActor({ email }: Actor): Promise<MyStandingSignup[]> {
    if (!email) return [];
    return this.list(`st.volunteer_id = ${volunteerIdOfAddress('$1')} AND st.status <> 'ended'`, [email]);
  }

  /** Returns the one that a sign-up belongs to, or null. */
  async findBySignup(signupId: string): Promise<MyStandingSignup | null> {
    const [standing] = await this.list(
      `st.status = 'active' AND st.id IN (SELECT d.standing_signup_id FROM events.standing_signup_date d WHERE d.signup_id = $1)`,
      [signupId],
    );
    return standing ?? null;
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async regulars(actor: Actor, seriesId: string, page: PageArgs): Promise<RegularConnection> {
    await this.access.require(actor, 'regulars:manage', [seriesId], 'This series');
    const values = new Values();
    values.add(this.clock.now());
    const series = values.add(seriesId);
    return keysetList<Regular>(this.db, {
      columns: regularColumns,
      from: source,
      // Includes those who signed up for the series that this one was split from.
      conditions: [`${series}::uuid IN (SELECT events.series_and_later(st.series_id))`, `st.status <> 'ended'`],
      values,
      by: { 'st.created_at': 'timestamptz', 'st.id': 'uuid' },
      page,
    });
  }

  /** The caller must already have checked access. */
  async regular(id: string): Promise<Regular> {
    const [row] = await this.db.query<Regular & Record<string, unknown>>(
      `SELECT ${regularColumns} FROM ${source} WHERE st.id = $2`,
      [this.clock.now(), id],
    );
    if (!row) throw notFound('This sign-up');
    return row;
  }

  private async list(condition: string, values: unknown[]): Promise<MyStandingSignup[]> {
    const rows = await this.db.query<{ id: string; tokenVersion: number } & Record<string, unknown>>(
      `SELECT ${columns} FROM ${source} WHERE ${condition} ORDER BY st.created_at, st.id LIMIT 50`,
      values,
    );
    if (rows.length === 0) return [];
    const dates = await this.datesOf(rows.map(({ id }) => id));
    return rows.map(({ tokenVersion, ...row }) => ({
      ...nestColumns<Omit<MyStandingSignup, 'dates' | 'token'>>(row),
      dates: dates.get(row.id) ?? [],
      token: this.signedIds.sign('standing-signup', row.id, tokenVersion),
    }));
  }

  private async datesOf(ids: readonly string[]): Promise<Map<string, StandingSignupDate[]>> {
    const rows = await this.db.query<DateRow>(
      `SELECT d.standing_signup_id AS "standingId", e.id AS "eventId", e.slug, coalesce(s.starts_at, e.starts_at) AS "startsAt",
         coalesce(s.ends_at, e.ends_at) AS "endsAt", e.status = 'cancelled' AS "isCancelled", u.status,
         CASE WHEN u.id IS NOT NULL THEN ${waitlistPosition} END AS position, d.refusal, u.id AS "signupId", u.token_version AS "tokenVersion"
       FROM ${dateTables} WHERE d.standing_signup_id = ANY ($1::uuid[]) AND e.ends_at > $2 ORDER BY e.starts_at, e.id LIMIT $3`,
      [ids, this.clock.now(), maxListedDates * ids.length],
    );
    const dates = new Map<string, StandingSignupDate[]>();
    for (const { standingId, signupId, tokenVersion, ...row } of rows) {
      const token = signupId === null ? null : this.signedIds.sign('signup', signupId, tokenVersion ?? 0);
      const list = dates.get(standingId) ?? [];
      list.push({ ...row, token });
      dates.set(standingId, list);
    }
    return dates;
  }
}

interface DateRow extends Omit<StandingSignupDate, 'token'>, Record<string, unknown> {
  standingId: string;
  signupId: string | null;
  tokenVersion: number | null;
}
