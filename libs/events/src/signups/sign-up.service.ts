import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { signupRequestOf } from './signup-request.js';
import { OwnSignUp } from './own-sign-up.service.js';
import { PlaceSignups } from './place-signups.js';
import type { SignUpInput } from './sign-up.input.js';
import type { SignUpPayload } from './my-signup.js';

/** The way in for whoever types a name and an address. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly places: PlaceSignups,
    private readonly own: OwnSignUp,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Signs somebody up for a shift: a place when one is free and nobody is waiting, else the end of the waitlist. Who is
   * signed in with this address has verified it; for everybody else the sign-up waits for its mail to be answered.
   * @throws Refusal BAD_INPUT, NOT_FOUND, SIGN_UP_CLOSED, IDEMPOTENCY_KEY_REUSED, TOO_MANY_TRIES; for somebody signed
   * in also OVERLAPPING_SHIFT.
   */
  async signUp(actor: Actor, input: SignUpInput): Promise<SignUpPayload> {
    await this.limits.consume('sign-up', actor.address);
    const request = signupRequestOf(input);
    const isTheirs = actor.email?.toLowerCase() === request.email.toLowerCase();
    const { id, status, position, guests } = isTheirs
      ? await this.own.signUp(request)
      : await this.places.gather(request);
    return { signup: { id, status, position, guests } };
  }
}
