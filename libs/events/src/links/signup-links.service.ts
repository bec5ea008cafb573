import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Database, Idempotency, notFound, Refusal, type Tx, typedKey } from '@upstander/platform';
import { acceptOffer, isActive, lockSignup, receiptOf, type LockedSignup } from '../signups/locked-signup.js';
import { refuseOverlaps } from '../signups/overlaps.js';
import type { SignupTokenInput } from '../signups/sign-up.input.js';
import { Waitlist } from '../waitlist/waitlist.js';
import { GroupedSignups } from '../several-shifts/grouped-signups.js';
import { OpenSignupLink } from './open-signup-link.js';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import type { SignUpPayload, SignUpReceipt } from '../signups/my-signup.js';
import { ShiftRequirements } from '../requirements/shift-requirements.service.js';

/** Idempotent actions for the holder of a sign-up's personal link. */
@Injectable()
export class SignupLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly links: OpenSignupLink,
    private readonly waitlist: Waitlist,
    private readonly verifiedSignUp: VerifiedSignUp,
    private readonly requirements: ShiftRequirements,
    private readonly groupedSignups: GroupedSignups,
  ) {}

  /**
   * Confirms the address, and the other sign-ups of the same request.
   * @throws Refusal NOT_FOUND, ALREADY_CANCELLED, SIGNUP_EXPIRED, OFFER_EXPIRED, OVERLAPPING_SHIFT, CREDENTIALS_MISSING
   */
  confirm(actor: Actor, input: SignupTokenInput): Promise<SignUpPayload> {
    return this.change(actor, input, 'confirmSignup', async (tx, signup) => {
      this.refuseEnded(signup);
      if (!signup.verifiedAt && signup.expiresAt && signup.expiresAt <= this.clock.now()) throw expired();
      await this.verifiedSignUp.verifySignup(tx, signup);
      await this.groupedSignups.confirmOthers(tx, signup);
      return receiptOf(tx, signup.id);
    });
  }

  /** @throws Refusal NOT_FOUND, SHIFT_STARTED */
  cancel(actor: Actor, input: SignupTokenInput): Promise<SignUpPayload> {
    return this.change(actor, input, 'cancelSignup', async (tx, signup) => {
      if (!isActive(signup)) return receiptOf(tx, signup.id);
      requireNotStarted(signup, this.clock.now());
      await this.waitlist.end(tx, signup, 'cancelled');
      await this.waitlist.notify(tx, signup, { template: 'signup-cancelled', data: { by: 'volunteer' } });
      return receiptOf(tx, signup.id);
    });
  }

  /**
   * Also verifies the address.
   * @throws Refusal NOT_FOUND, NO_OFFER, OFFER_EXPIRED, ALREADY_CANCELLED, OVERLAPPING_SHIFT, CREDENTIALS_MISSING
   */
  acceptOffer(actor: Actor, input: SignupTokenInput): Promise<SignUpPayload> {
    return this.change(actor, input, 'acceptOffer', async (tx, signup) => {
      this.refuseEnded(signup);
      if (signup.status === 'waitlisted') throw noOfferRefusal();
      if (signup.status === 'offered') {
        if (signup.offerExpiresAt && signup.offerExpiresAt <= this.clock.now()) throw offerExpired();
        await this.requirements.requireNoneMissing(tx, signup);
        await acceptOffer(tx, signup.id);
        await this.verifiedSignUp.verifySignup(tx, signup);
      }
      return receiptOf(tx, signup.id);
    });
  }

  /** Declines the offer and passes it to the next person on the waitlist. @throws Refusal NOT_FOUND, NO_OFFER */
  declineOffer(actor: Actor, input: SignupTokenInput): Promise<SignUpPayload> {
    return this.change(actor, input, 'declineOffer', async (tx, signup) => {
      if (signup.status === 'waitlisted' || signup.status === 'confirmed') throw noOfferRefusal();
      if (signup.status === 'offered') await this.waitlist.end(tx, signup, 'cancelled');
      return receiptOf(tx, signup.id);
    });
  }

  /**
   * Runs `work` on the locked sign-up of a link; a repeat is first merged into the original sign-up.
   * `about` must be the same in every request with the same idempotency key.
   * @throws Refusal NOT_FOUND, TOO_MANY_TRIES
   */
  async change(
    actor: Actor,
    input: SignupTokenInput & { about?: unknown },
    operation: string,
    work: (tx: Tx, signup: LockedSignup) => Promise<SignUpReceipt>,
  ): Promise<SignUpPayload> {
    const link = await this.links.openSignupLink(actor, input.token);
    const key = typedKey(input.idempotencyKey);
    const signup = await refuseOverlaps(this.db, { signupId: link.id }, (tx) =>
      this.idempotency.runOnce(tx, { operation, actorKey: link.id, key, input: input.about ?? operation }, async () => {
        const signup = await lockSignup(tx, link.id);
        if (!signup || signup.tokenVersion !== link.version) throw notFound('This sign-up');
        const original = signup.repeatOf ? await this.links.findOriginal(tx, signup) : null;
        // The owner of the address has used the link, so the repeat is dropped and the action applies to the original.
        if (original && isActive(signup)) await this.waitlist.end(tx, signup, 'cancelled');
        return work(tx, original ?? signup);
      }),
    );
    return { signup };
  }

  private refuseEnded(signup: LockedSignup): void {
    if (signup.status === 'cancelled') {
      throw new Refusal('ALREADY_CANCELLED', 'This sign-up was canceled. You’re welcome to sign up again.');
    }
    if (signup.status === 'expired') throw signup.offerExpiresAt ? offerExpired() : expired();
  }
}

/** @throws Refusal SHIFT_STARTED */
export function requireNotStarted(signup: Pick<LockedSignup, 'startsAt'>, now: Date): void {
  if (signup.startsAt > now) return;
  throw new Refusal(
    'SHIFT_STARTED',
    'This shift has already started. If you can’t come, please let the organizer know.',
  );
}

function expired(): Refusal {
  return new Refusal('SIGNUP_EXPIRED', 'This sign-up was not confirmed in time. You are welcome to sign up again.');
}

function offerExpired(): Refusal {
  return new Refusal('OFFER_EXPIRED', 'Your offer has expired, and the spot went to the next person on the waitlist.');
}

function noOfferRefusal(): Refusal {
  return new Refusal('NO_OFFER', 'There’s no open offer for this sign-up.');
}
