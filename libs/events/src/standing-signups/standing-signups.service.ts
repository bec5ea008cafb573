import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  Database,
  notFound,
  Refusal,
  retryTransaction,
  SignedIds,
  violatedConstraint,
  type Tx,
} from '@upstander/platform';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import { isActive, lockSignup, waitForMerges } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import type { StandingSignupStatus } from './standing-signup-status.js';
import { lockShiftsById } from '../shifts/shift-store.js';
import { joinShift } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';
import { joinSignup } from '../signups/signup-joins.js';

interface LockedStandingSignup extends Record<string, unknown> {
  id: string;
  status: StandingSignupStatus;
  tokenVersion: number;
  madeWith: string | null;
  volunteerId: string;
  locale: 'en' | 'es';
  email: string | null;
}

/** Confirms and ends standing sign-ups. */
@Injectable()
export class StandingSignups {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly limits: RateLimits,
    private readonly waitlist: Waitlist,
    private readonly verifiedSignUp: VerifiedSignUp,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Confirms the address for the standing sign-up and its sign-ups. Dates that can't be confirmed are left unchanged.
   * @throws Refusal NOT_FOUND, TOO_MANY_TRIES, SIGNUP_EXPIRED, ALREADY_CANCELLED
   */
  async confirm(actor: Actor, token: string): Promise<string> {
    return this.change(actor, token, async (tx, standing) => {
      if (standing.status === 'active') return standing.id;
      if (standing.status === 'ended')
        throw new Refusal('ALREADY_CANCELLED', 'This sign-up was canceled. You’re welcome to sign up again.');
      const signups = await tx.query<{ id: string; verified: boolean }>(
        `SELECT u.id, u.proven_at IS NOT NULL AS verified
         FROM events.standing_signup_date d ${joinSignup('d')}
         WHERE d.standing_signup_id = $1 AND u.volunteer_id = $2 AND (u.proven_at IS NOT NULL
           OR (u.status IN ('confirmed', 'waitlisted', 'offered') AND (u.expires_at IS NULL OR u.expires_at > $3)))
         ORDER BY u.shift_id`,
        [standing.id, standing.volunteerId, this.clock.now()],
      );
      if (signups.length === 0)
        throw new Refusal(
          'SIGNUP_EXPIRED',
          'This sign-up was not confirmed in time. You are welcome to sign up again.',
        );
      for (const { id, verified } of signups) if (!verified) await this.verify(tx, id);
      return this.activate(tx, standing.id);
    });
  }

  private async verify(tx: Tx, id: string): Promise<void> {
    await tx
      .attempt(async () => {
        const signup = await lockSignup(tx, id);
        if (signup) await this.verifiedSignUp.verifySignup(tx, signup);
      })
      .catch((error: unknown) => {
        if (error instanceof Refusal || violatedConstraint(error) === 'no_two_overlapping_shifts') return;
        throw error;
      });
  }

  /**
   * Starts covering later dates. If the volunteer already has an active standing sign-up for the shift, that one is
   * extended instead. Returns the ID of the active one.
   */
  async activate(tx: Tx, id: string): Promise<string> {
    const [other] = await tx.query<{ id: string }>(
      `UPDATE events.standing_signup o
       SET until = CASE WHEN o.until IS NULL OR st.until IS NULL THEN NULL ELSE greatest(o.until, st.until) END
       FROM events.standing_signup st
       WHERE st.id = $1 AND o.series_id = st.series_id AND o.volunteer_id = st.volunteer_id AND o.role = st.role
         AND o.role_number = st.role_number AND o.status = 'active'
       RETURNING o.id`,
      [id],
    );
    if (!other) {
      await tx.query(`UPDATE events.standing_signup SET status = 'active' WHERE id = $1 AND status = 'unconfirmed'`, [
        id,
      ]);
      return id;
    }
    await tx.query(
      `INSERT INTO events.standing_signup_date (standing_signup_id, event_id, signup_id, refusal, told_at)
       SELECT $2, d.event_id, d.signup_id, d.refusal, d.told_at FROM events.standing_signup_date d WHERE d.standing_signup_id = $1
       ON CONFLICT (standing_signup_id, event_id) DO UPDATE SET signup_id = excluded.signup_id, refusal = excluded.refusal`,
      [id, other.id],
    );
    await tx.query(`DELETE FROM events.standing_signup WHERE id = $1`, [id]);
    return other.id;
  }

  /** Cancels its upcoming sign-ups and covers no more dates. Idempotent. @throws Refusal NOT_FOUND, TOO_MANY_TRIES */
  async leave(actor: Actor, token: string): Promise<string> {
    return this.change(actor, token, async (tx, standing) => {
      await this.end(tx, standing, { by: 'volunteer' });
      return standing.id;
    });
  }

  /** Ends it in the organizer's name. The caller must already have checked access. */
  async remove(id: string, by: { accountId: string | null; reason: string | null }): Promise<void> {
    await retryTransaction(() =>
      this.db.transaction(async (tx) => {
        const standing = await this.lock(tx, id);
        if (!standing) throw notFound('This sign-up');
        await this.end(tx, standing, { by: 'organizer', reason: by.reason });
        await tx.query(`UPDATE events.standing_signup SET ended_by = $2 WHERE id = $1 AND ended_by IS NULL`, [
          id,
          by.accountId,
        ]);
      }),
    );
  }

  private async end(
    tx: Tx,
    standing: LockedStandingSignup,
    data: { by: 'volunteer' | 'organizer'; reason?: string | null },
  ): Promise<void> {
    if (standing.status === 'ended') return;
    const at = this.clock.now();
    await tx.query(`UPDATE events.standing_signup SET status = 'ended', ended_at = $2 WHERE id = $1`, [
      standing.id,
      at,
    ]);
    for (const id of await lockUpcomingSignups(tx, [standing.id], at)) {
      const signup = await lockSignup(tx, id);
      if (signup && isActive(signup)) await this.waitlist.end(tx, signup, 'cancelled');
    }
    await this.outbox.add(tx, {
      key: `standing-left/${standing.id}`,
      template: 'standing-left',
      subjectId: standing.id,
      recipient: standing.email,
      locale: standing.locale,
      data,
    });
  }

  private async change(
    actor: Actor,
    token: string,
    work: (tx: Tx, standing: LockedStandingSignup) => Promise<string>,
  ): Promise<string> {
    await this.limits.consume('public-write', actor.address);
    const link = this.signedIds.verify('standing-signup', token);
    if (!link) throw notFound('This sign-up');
    return retryTransaction(() =>
      this.db.transaction(async (tx) => {
        const standing = await this.lock(tx, link.id);
        if (standing?.tokenVersion !== link.version) throw notFound('This sign-up');
        return work(tx, standing);
      }),
    );
  }

  private async lock(tx: Tx, id: string): Promise<LockedStandingSignup | undefined> {
    await waitForMerges(tx);
    const [standing] = await tx.query<LockedStandingSignup>(
      `SELECT st.id, st.status, st.token_version AS "tokenVersion", st.made_with AS "madeWith",
         st.volunteer_id AS "volunteerId", st.locale, v.email::text
       FROM events.standing_signup st ${joinVolunteer('st')}
       WHERE st.id = $1 FOR UPDATE OF st`,
      [id],
    );
    return standing;
  }
}

/** Locks the shifts of the upcoming sign-ups in ID order, and returns the IDs of the sign-ups. */
export async function lockUpcomingSignups(tx: Tx, standingIds: readonly string[], at: Date): Promise<string[]> {
  const upcoming = await tx.query<{ id: string; shiftId: string }>(
    `SELECT u.id, u.shift_id AS "shiftId"
     FROM events.standing_signup_date d ${joinSignup('d')} ${joinShift('u')}
     WHERE d.standing_signup_id = ANY ($1::uuid[]) AND s.starts_at > $2 AND u.status IN ('confirmed', 'waitlisted', 'offered')
     ORDER BY u.shift_id, u.id`,
    [standingIds, at],
  );
  const shiftIds = upcoming.map(({ shiftId }) => shiftId);
  await lockShiftsById(tx, shiftIds);
  return upcoming.map(({ id }) => id);
}
