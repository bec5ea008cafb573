import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { insertMails } from '@upstander/notifications';
import { Clock, Database, Idempotency, notFound, Refusal, SignedIds, type Tx, typedKey } from '@upstander/platform';
import { IsNull } from 'typeorm';
import { Safeguarding } from '../safeguarding/safeguarding.service.js';
import { lockSignup, receiptOf, type LockedSignup, waitForMerges } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import type { SignUpPayload, SignUpReceipt } from '../signups/my-signup.js';
import { refuseOverlaps } from '../signups/overlaps.js';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import { PlaceSignups } from '../batch/place-signups.js';
import { ShiftRequirements } from '../requirements/shift-requirements.service.js';
import { HandOver, type HandOverStatus } from './hand-over.entity.js';
import type { AnswerHandOverInput } from './hand-over.input.js';
import { lockShiftsById } from '../shifts/shift-store.js';
import { joinVolunteer } from '@upstander/volunteers';
import { joinSignup } from '../signups/signup-joins.js';

interface Offer {
  id: string;
  signupId: string;
  shiftId: string;
  email: string;
}

interface Outcome extends Record<string, unknown> {
  outcome: HandOverStatus | 'again' | 'there';
  id: string;
}

@Injectable()
export class HandOverAnswers {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly waitlist: Waitlist,
    private readonly verifiedSignUp: VerifiedSignUp,
    private readonly places: PlaceSignups,
    private readonly requirements: ShiftRequirements,
    private readonly safeguarding: Safeguarding,
  ) {}

  /**
   * The place is confirmed immediately, because the link proves the recipient's address. Idempotent.
   * @throws Refusal NOT_FOUND, HAND_OVER_ENDED, ALREADY_SIGNED_UP, OVERLAPPING_SHIFT, TOO_MANY_TRIES,
   * CREDENTIALS_MISSING and those of `PlaceSignups.refuseIneligible`.
   */
  async takePlace(actor: Actor, input: AnswerHandOverInput): Promise<SignUpPayload> {
    const offer = await this.findOffer(actor, input.token);
    const request = { shiftId: offer.shiftId, email: offer.email };
    const signup = await refuseOverlaps(this.db, request, (tx) =>
      this.runOnce(tx, input, offer, 'takeHandedOver', () => this.placeTaker(tx, offer, input)),
    );
    return { signup };
  }

  /** Declines an offered place and notifies the giver, who keeps it. @throws Refusal NOT_FOUND, HAND_OVER_ENDED. */
  async decline(actor: Actor, input: AnswerHandOverInput): Promise<{ ok: boolean }> {
    const offer = await this.findOffer(actor, input.token);
    return this.db.transaction((tx) =>
      this.runOnce(tx, input, offer, 'declineHandedOver', async () => {
        await lockShiftsById(tx, [offer.shiftId]);
        const [current] = await tx.query<{ status: HandOverStatus }>(
          'SELECT events.hand_over_status($1, $2) AS status',
          [offer.id, this.clock.now()],
        );
        if (current?.status === 'declined') return { ok: true };
        if (current?.status !== 'open') throw handOverEnded(current?.status ?? 'gone');
        const ended = { outcome: 'declined', endedAt: this.clock.now() } as const;
        await tx.manager.update(HandOver, offer.id, ended);
        await tx.query(
          insertMails({
            template: 'hand-over-declined',
            key: `'hand-over-declined/' || h.id`,
            subjectId: 'h.id',
            recipient: 'v.email',
            locale: 'u.locale',
            dueAt: '$2',
            from: `events.hand_over h ${joinSignup('h')} ${joinVolunteer('u')}
              WHERE h.id = $1`,
          }),
          [offer.id, this.clock.now()],
        );
        this.waitlist.enqueueAfter(tx);
        return { ok: true };
      }),
    );
  }

  private async placeTaker(
    tx: Tx,
    offer: Offer,
    { oldEnough, withGuests }: AnswerHandOverInput,
  ): Promise<SignUpReceipt> {
    await waitForMerges(tx);
    await tx.query(
      `SELECT volunteers.add_volunteers(ARRAY[h.email], ARRAY[h.name], ARRAY[NULL], ARRAY[u.locale])
       FROM events.hand_over h ${joinSignup('h')} WHERE h.id = $1`,
      [offer.id],
    );
    const open = { id: offer.id, outcome: IsNull() };
    await tx.manager.update(HandOver, open, { withGuests: withGuests !== false });
    const [answer] = await tx.query<Outcome>('SELECT outcome, id FROM events.take_over_place($1, $2)', [
      offer.id,
      this.clock.now(),
    ]);
    if (!answer) throw notFound('This offer');
    if (answer.outcome === 'again') return receiptOf(tx, answer.id);
    if (answer.outcome === 'there') {
      throw new Refusal('ALREADY_SIGNED_UP', 'This person is already on that shift.');
    }
    if (answer.outcome !== 'taken') throw handOverEnded(answer.outcome);
    const taker = await this.lockSignup(tx, answer.id);
    await this.requirements.requireNoneMissing(tx, taker);
    await this.verifiedSignUp.verifySignup(tx, taker);
    await this.places.refuseIneligible(tx, taker, oldEnough === true);
    await this.safeguarding.notifyOfBreaches(tx, [{ signupId: offer.signupId, shiftId: offer.shiftId }]);
    const giver = await this.lockSignup(tx, offer.signupId);
    await this.waitlist.offerPlaces(tx, [giver.shiftId]);
    await this.waitlist.notify(tx, giver, {
      template: 'signup-cancelled',
      data: { by: 'taker', guests: taker.guests },
    });
    await this.waitlist.notify(tx, taker, { template: 'signup-confirm', data: {} });
    return receiptOf(tx, taker.id);
  }

  private async lockSignup(tx: Tx, id: string): Promise<LockedSignup> {
    const signup = await lockSignup(tx, id);
    if (!signup) throw new Error('A sign-up that was just locked is gone.');
    return signup;
  }

  private async findOffer(actor: Actor, token: string): Promise<Offer> {
    await this.limits.consume('public-write', actor.address);
    const link = this.signedIds.verify('hand-over', token);
    const [offer] = link
      ? await this.db.query<Offer & Record<string, unknown>>(
          `SELECT id, signup_id AS "signupId", shift_id AS "shiftId", email::text FROM events.hand_over WHERE id = $1`,
          [link.id],
        )
      : [];
    if (!offer) throw notFound('This offer');
    return offer;
  }

  private runOnce<T extends object>(
    tx: Tx,
    input: AnswerHandOverInput,
    offer: Offer,
    operation: string,
    work: () => Promise<T>,
  ): Promise<T> {
    const key = typedKey(input.idempotencyKey);
    return this.idempotency.runOnce(tx, { operation, actorKey: offer.id, key, input: operation }, work);
  }
}

function handOverEnded(status: string): Refusal {
  return new Refusal('HAND_OVER_ENDED', 'This spot is no longer on offer.', { status });
}
