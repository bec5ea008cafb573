import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type LocaleName } from '@upstander/identity';
import { Clock, Database, notFound, SignedIds } from '@upstander/platform';
import { signupRequestOf } from '../batch/signup-request.js';
import { EventReads } from '../events/event-reads.js';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import type { AnswerShiftRequestInput, ShiftInvitation, ShiftRequestOutcome } from './shift-request.js';
import { outcomeOf, requestsFrom } from './shift-requests.service.js';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';

interface InvitationRow extends Record<string, unknown> {
  id: string;
  shiftId: string;
  eventId: string;
  name: string;
  email: string;
  phone: string | null;
  locale: LocaleName;
  outcome: ShiftRequestOutcome;
  requiredAge: number | null;
  isOpen: boolean;
  reservedUntil: Date | null;
}

/** The page behind the link of a request. The link proves the address, so one press signs up. */
@Injectable()
export class ShiftInvitations {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly limits: RateLimits,
    private readonly events: EventReads,
    private readonly verifiedSignUp: VerifiedSignUp,
  ) {}

  /** @throws Refusal NOT_FOUND for an invalid link, or one of an erased volunteer */
  async byToken(token: string): Promise<ShiftInvitation> {
    const { id, shiftId, eventId, name, outcome, requiredAge, isOpen, reservedUntil } = await this.findRow(token);
    const event = (await this.events.byIds([eventId])).get(eventId);
    const shift = event?.shifts.find((one) => one.id === shiftId);
    if (!event || !shift) throw notFound('This link');
    return { id, name, outcome, requiredAge, isOpen, reservedUntil, event, shift };
  }

  /**
   * Signs up, first on a reserved spot, or declines. Without a reserved spot, a full shift means the waitlist. A declined request can still be
   * accepted.
   * @throws Refusal NOT_FOUND, TOO_MANY_TRIES and those of `VerifiedSignUp.signUp`
   */
  async answer(actor: Actor, { token, accept, oldEnough }: AnswerShiftRequestInput): Promise<ShiftInvitation> {
    await this.limits.consume('sign-up', actor.address);
    const { id, shiftId, name, email, phone, locale } = await this.findRow(token);
    if (accept) {
      const fields = { shiftId, name, email, phone, locale, oldEnough: oldEnough === true };
      await this.verifiedSignUp.signUpIndividually({ ...signupRequestOf(fields), asked: true });
    }
    await this.db.query(
      'UPDATE events.shift_request SET declined_at = CASE WHEN $2 THEN NULL ELSE $3::timestamptz END WHERE id = $1',
      [id, accept, this.clock.now()],
    );
    return this.byToken(token);
  }

  private async findRow(token: string): Promise<InvitationRow> {
    const link = this.signedIds.verify('shift-request', token);
    const [row] = link
      ? await this.db.query<InvitationRow>(
          `SELECT q.id, s.id AS "shiftId", e.id AS "eventId", v.name, v.email::text, v.phone, v.locale, ${outcomeOf} AS outcome,
             e.status = 'published' AND s.starts_at > $2 AND (NOT s.is_full AND s.waiting = 0 OR s.reserved > 0 AND s.reserved_until > $2) AS "isOpen",
             CASE WHEN s.reserved > 0 AND s.reserved_until > $2 THEN s.reserved_until END AS "reservedUntil",
             CASE WHEN events.may_take(s, e, v, true, NULL, false, $2) = 'AGE_NEEDED'
               THEN greatest(s.minimum_age, CASE WHEN e.with_minors THEN 18 END) END AS "requiredAge" FROM ${requestsFrom} ${joinShiftAndEvent('q')}
           WHERE q.id = $1 AND v.email IS NOT NULL AND v.erased_at IS NULL AND e.status <> 'draft'`,
          [link.id, this.clock.now()],
        )
      : [];
    if (!row) throw notFound('This link');
    return row;
  }
}
