import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { signupRequestOf } from '../batch/signup-request.js';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import { PlaceSignups } from '../batch/place-signups.js';
import type { SignUpInput } from '../signups/sign-up.input.js';
import type { SignUpPayload } from '../signups/my-signup.js';

@Injectable()
export class SignUpService {
  constructor(
    private readonly places: PlaceSignups,
    private readonly verifiedSignUp: VerifiedSignUp,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Joins the waitlist if others are waiting. If the signed-in user owns the address, the sign-up is verified
   * immediately.
   * @throws Refusal BAD_INPUT, NOT_FOUND, SIGN_UP_CLOSED, IDEMPOTENCY_KEY_REUSED, TOO_MANY_TRIES; for signed-in users
   * also OVERLAPPING_SHIFT
   */
  async signUp(actor: Actor, input: SignUpInput): Promise<SignUpPayload> {
    await this.limits.consume('sign-up', actor.address);
    const request = signupRequestOf(input);
    const isOwnAddress = actor.email?.toLowerCase() === request.email.toLowerCase();
    const { id, status, position, guests } = isOwnAddress
      ? await this.verifiedSignUp.signUp(request)
      : await this.places.placeBatched(request);
    return { signup: { id, status, position, guests } };
  }
}
