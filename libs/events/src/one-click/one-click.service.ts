import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type Browser } from '@upstander/identity';
import { Database, Refusal } from '@upstander/platform';
import { KnownBrowsers } from '@upstander/volunteers';
import { signupRequestOf } from '../batch/signup-request.js';
import { VolunteerIdentification } from './volunteer-identification.js';
import type { SignUpPayload } from '../signups/my-signup.js';
import { VerifiedSignUp } from './verified-sign-up.service.js';
import type { SignUpAgainInput } from '../signups/sign-up.input.js';

@Injectable()
export class OneClick {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly persons: VolunteerIdentification,
    private readonly browsers: KnownBrowsers,
    private readonly verifiedSignUp: VerifiedSignUp,
  ) {}

  /**
   * Signs up a volunteer identified by link, session or remembered browser, without confirmation.
   * @throws Refusal NOT_KNOWN, TOO_MANY_TRIES and those of `VerifiedSignUp.signUp`; from a remembered browser always
   * NOT_FROM_THIS_BROWSER, because anyone may be using it.
   */
  async signUp(actor: Actor, browser: Browser, input: SignUpAgainInput): Promise<SignUpPayload> {
    await this.limits.consume('sign-up', actor.address);
    const volunteer = await this.persons.find(actor, browser, input.token);
    if (!volunteer) throw unidentifiedRefusal();
    const { remember, ...wanted } = input;
    const request = signupRequestOf({ ...volunteer, ...wanted });
    const { id, status, position, guests } = volunteer.byBrowser
      ? await this.verifiedSignUp.signUpFromBrowser(request).catch(rethrowAsUnknown)
      : await this.verifiedSignUp.signUp(request);
    if (remember) await this.db.transaction((tx) => this.browsers.remember(tx, browser, volunteer.id));
    return { signup: { id, status, position, guests } };
  }
}

function rethrowAsUnknown(error: unknown): never {
  throw error instanceof Refusal ? unknownBrowserRefusal() : error;
}

/**
 * Returns the only refusal a remembered browser gets. The actual reason would tell someone else at the same computer
 * where the volunteer will be.
 */
export function unknownBrowserRefusal(): Refusal {
  return new Refusal(
    'NOT_FROM_THIS_BROWSER',
    'We couldn’t sign you up from this browser. Sign in, or sign up with your name and email address.',
  );
}

export function unidentifiedRefusal(): Refusal {
  return new Refusal('NOT_KNOWN', 'We don’t recognize you here. Please sign up with your name and email.');
}
