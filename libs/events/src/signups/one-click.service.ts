import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type Browser } from '@upstander/identity';
import { Database, Refusal } from '@upstander/platform';
import { KnownBrowsers } from '@upstander/volunteers';
import { signupRequestOf } from './signup-request.js';
import { KnownPerson } from './known-person.js';
import type { SignUpPayload } from './my-signup.js';
import { OwnSignUp } from './own-sign-up.service.js';
import type { SignUpAgainInput } from './sign-up.input.js';

/** Whoever comes by what only the owner of a verified address has signs up with one click. */
@Injectable()
export class OneClick {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly persons: KnownPerson,
    private readonly browsers: KnownBrowsers,
    private readonly own: OwnSignUp,
  ) {}

  /**
   * Takes a place, confirmed at once, for whoever a personal link says, else who is signed in, else whom this browser
   * remembers. An overlap is said at once.
   * @throws Refusal NOT_KNOWN, TOO_MANY_TRIES and those of `OwnSignUp.signUp`
   */
  async signUp(actor: Actor, browser: Browser, input: SignUpAgainInput): Promise<SignUpPayload> {
    await this.limits.consume('sign-up', actor.address);
    const known = await this.persons.find(actor, browser, input.token);
    if (!known) throw notKnown();
    const { remember, ...wanted } = input;
    const { id, status, position, guests } = await this.own
      .signUp(signupRequestOf({ ...known, ...wanted }))
      .catch(known.byBrowser ? withoutDetails : undefined);
    if (remember) await this.db.transaction((tx) => this.browsers.remember(tx, browser, known.id));
    return { signup: { id, status, position, guests } };
  }
}

/** A browser that remembers somebody says no more of them than a first name: not what they lack. */
function withoutDetails(error: unknown): never {
  if (error instanceof Refusal && error.code === 'CREDENTIALS_MISSING') throw new Refusal(error.code, error.message);
  throw error;
}

/** The refusal for a click that nobody we know made. */
export function notKnown(): Refusal {
  return new Refusal('NOT_KNOWN', 'We do not know who you are here. Please sign up with your name and address.');
}
