import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Clock, Database, Refusal, retryTransaction, typedLine, type Tx } from '@upstander/platform';
import { VolunteerAccess } from '@upstander/volunteers';
import { MultiShiftPlacing, requestsOf } from '../several-shifts/multi-shift-placing.js';
import type { AddStandingSignupInput } from './series-sign-up.input.js';
import { isFinal, SeriesSignUp } from './series-sign-up.service.js';
import { maxDates, recordDates, type SeriesDate } from './standing-dates.js';
import { StandingSignupReads } from './standing-signup-reads.js';
import type { Regular } from './standing-signup.types.js';
import { StandingSignups } from './standing-signups.service.js';
import { waitForMerges } from '../signups/locked-signup.js';

interface KnownVolunteer extends Record<string, unknown> {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  locale: 'en' | 'es';
}

/** Standing sign-ups that an organizer keeps. */
@Injectable()
export class Regulars {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly volunteers: VolunteerAccess,
    private readonly placing: MultiShiftPlacing,
    private readonly signUps: SeriesSignUp,
    private readonly standingSignups: StandingSignups,
    private readonly reads: StandingSignupReads,
  ) {
    access.define('regulars', 'SELECT id, chapter_id FROM events.series WHERE id = ANY ($1::uuid[])');
    access.permit('regulars:manage', ['organizer']);
    access.define(
      'regular',
      `SELECT st.id, r.chapter_id FROM events.standing_signup st JOIN events.series r ON r.id = st.series_id
       WHERE st.id = ANY ($1::uuid[])`,
    );
    access.permit('regular:remove', ['organizer']);
  }

  /**
   * Signs a volunteer up for every date, and notifies them. Each date is judged by the same rules as a sign-up by the
   * volunteer. Extends an active standing sign-up for the same shift.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NO_DATES, ADDRESS_NOT_CONFIRMED
   */
  async add(actor: Actor, input: AddStandingSignupInput): Promise<Regular> {
    await this.access.require(actor, 'regulars:manage', [input.seriesId], 'This series');
    await this.volunteers.require(actor, [input.volunteerId]);
    const dates = (await this.signUps.findDates(input)).slice(0, maxDates);
    const id = await retryTransaction(() =>
      this.db.transaction((tx) => this.addIn(tx, { input, dates, by: actor.accountId ?? null })),
    );
    return this.reads.regular(id);
  }

  private async addIn(
    tx: Tx,
    { input, dates, by }: { input: AddStandingSignupInput; dates: readonly SeriesDate[]; by: string | null },
  ): Promise<string> {
    await waitForMerges(tx);
    const [volunteer] = await tx.query<KnownVolunteer>(
      `SELECT v.id, v.name, v.email::text, v.phone, v.locale FROM volunteers.volunteer v
       WHERE v.id = $1 AND v.proven_at IS NOT NULL AND v.email IS NOT NULL AND v.erased_at IS NULL AND v.merged_into IS NULL`,
      [input.volunteerId],
    );
    if (!volunteer) throw new Refusal('ADDRESS_NOT_CONFIRMED', 'This volunteer hasn’t confirmed an email address yet.');
    const signer = { person: volunteer, verified: true, volunteer: null };
    const requests = requestsOf(
      signer,
      {},
      dates.map(({ shiftId }) => shiftId),
    );
    const placed = await this.placing.place(tx, signer, requests);
    const at = this.clock.now();
    const [standing] = await tx.query<{ id: string }>(
      `INSERT INTO events.standing_signup AS st (series_id, volunteer_id, role, role_number, until, status, locale, added_by, created_at)
       VALUES ($1, $2, $3, $4, $5, 'active', $6, $7, $8)
       ON CONFLICT (series_id, volunteer_id, role, role_number) WHERE status = 'active' DO UPDATE
         SET until = CASE WHEN st.until IS NULL OR excluded.until IS NULL THEN NULL ELSE greatest(st.until, excluded.until) END
       RETURNING st.id`,
      [input.seriesId, volunteer.id, input.role, input.roleNumber, input.until ?? null, volunteer.locale, by, at],
    );
    const { id } = standing!;
    const results = dates.map(({ eventId }, index) => ({ eventId, placed: placed[index]! }));
    await recordDates(
      tx,
      id,
      results.filter(({ placed: one }) => isFinal(one)),
      { at, toldAt: at },
    );
    await this.signUps.queueMail(tx, { id, madeWith: null, email: volunteer.email, verified: true, at });
    return id;
  }

  /**
   * Cancels the upcoming sign-ups of a regular, notifies them once, and covers no more dates. Idempotent.
   * @throws Refusal NOT_FOUND, BAD_INPUT
   */
  async remove(actor: Actor, id: string, why: string | null | undefined): Promise<Regular> {
    await this.access.require(actor, 'regular:remove', [id], 'This sign-up');
    const reason = why?.trim() ? typedLine('reason', why, 500) : null;
    await this.standingSignups.remove(id, { accountId: actor.accountId ?? null, reason });
    return this.reads.regular(id);
  }
}
