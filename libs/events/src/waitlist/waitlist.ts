import { Injectable } from '@nestjs/common';
import { Outbox, type MailDataByTemplate } from '@upstander/notifications';
import { Clock, Config, type Tx } from '@upstander/platform';
import type { MailData } from '../signups/mail-names.js';
import { Safeguarding } from '../safeguarding/safeguarding.service.js';
import type { LockedSignup } from '../signups/locked-signup.js';

/** Offers freed places to the next person on the waitlist, within the caller's transaction. */
@Injectable()
export class Waitlist {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly safeguarding: Safeguarding,
  ) {}

  /** Ends a sign-up along with its repeats, and offers its places to the waitlist. */
  async end(tx: Tx, signup: LockedSignup, outcome: 'cancelled' | 'expired'): Promise<void> {
    await tx.query(
      `SELECT events.end_signups(ARRAY(SELECT id FROM events.signup WHERE id = $1 OR repeat_of = $1), $2, $3)`,
      [signup.id, outcome, this.clock.now()],
    );
    await this.offerPlaces(tx, [signup.shiftId]);
    if (signup.status === 'confirmed') {
      await this.safeguarding.notifyOfBreaches(tx, [{ signupId: signup.id, shiftId: signup.shiftId }]);
    }
  }

  /** Offers the free places of these locked shifts, skipping expired waitlist entries. */
  async offerPlaces(tx: Tx, shiftIds: readonly string[]): Promise<void> {
    await tx.query('SELECT events.expire_on_shifts($1, $2, $3)', [shiftIds, this.clock.now(), this.config.OFFER_HOURS]);
    this.enqueueAfter(tx);
  }

  /**
   * Restores the waitlist position of a person removed and added again by an organizer.
   * If their place has been given away since, they go first.
   */
  async restorePosition(tx: Tx, signupId: string): Promise<void> {
    await tx.query(
      // Uses a number below all existing ones: two people with the same number would block each other's offers.
      `UPDATE events.signup u SET told_position = NULL, line_number = coalesce(was.line_number, (
         SELECT least(min(a.line_number), 1) - 1 FROM events.signup a WHERE a.shift_id = u.shift_id
       ))
       FROM (
         SELECT r.line_number, r.removed_by FROM events.signup r JOIN events.signup n ON n.id = $1
         WHERE r.shift_id = n.shift_id AND r.volunteer_id = n.volunteer_id AND r.id <> n.id
           AND r.status IN ('cancelled', 'expired') AND r.repeat_of IS NULL
         ORDER BY r.ended_at DESC LIMIT 1
       ) was
       WHERE u.id = $1 AND u.status = 'waitlisted' AND was.removed_by IS NOT NULL`,
      [signupId],
    );
  }

  /** Each `key` is queued only once. */
  async notify<Name extends keyof MailData>(
    tx: Tx,
    signup: Pick<LockedSignup, 'id' | 'email' | 'locale'>,
    mail: { template: Name; data: MailDataByTemplate[Name]; part?: string },
  ): Promise<void> {
    if (signup.email === null) return;
    const key = [mail.template, signup.id, ...(mail.part ? [mail.part] : [])].join('/');
    await this.outbox.add(tx, {
      key,
      template: mail.template,
      subjectId: signup.id,
      recipient: signup.email,
      locale: signup.locale,
      data: mail.data,
    });
  }

  enqueueAfter(tx: Tx): void {
    this.outbox.deliver(tx);
  }
}
