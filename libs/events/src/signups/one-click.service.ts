import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type Browser } from '@upstander/identity';
import { Database, Refusal, SignedIds } from '@upstander/platform';
import { KnownBrowsers, ofAddress, Volunteer } from '@upstander/volunteers';
import { arrivalOf } from './arrival.js';
import type { SignUpPayload } from './my-signup.js';
import { OwnSignUp } from './own-sign-up.service.js';
import type { SignUpAgainInput } from './sign-up.input.js';

type Known = Pick<Volunteer, 'id' | 'email' | 'name' | 'phone' | 'locale'> & { byBrowser?: boolean };

/** An address once proven stays proven: whoever comes by what only its owner has signs up with one click. */
@Injectable()
export class OneClick {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly signedIds: SignedIds,
    private readonly browsers: KnownBrowsers,
    private readonly own: OwnSignUp,
  ) {}

  /**
   * Takes a place, confirmed at once, for whoever a personal link says, else who is signed in, else whom this browser
   * remembers. An overlap is said at once.
   * @throws Refusal NOT_KNOWN, TOO_MANY_TRIES and those of `OwnSignUp.signUp`
   */
  async signUp(actor: Actor, browser: Browser, input: SignUpAgainInput): Promise<SignUpPayload> {
    await this.limits.take('sign-up', actor.address);
    const known = await this.whoIs(actor, browser, input.token);
    if (!known) throw notKnown();
    const { remember, ...wanted } = input;
    const { id, status, position, guests } = await this.own
      .signUp(arrivalOf({ ...known, ...wanted }))
      .catch(known.byBrowser ? withoutDetails : undefined);
    if (remember) await this.db.transaction((tx) => this.browsers.remember(tx, browser, known.id));
    return { signup: { id, status, position, guests } };
  }

  private async whoIs(actor: Actor, browser: Browser, token: string | null | undefined): Promise<Known | null> {
    // A link that is wrong is refused, and not made up for by whoever else sits at this browser.
    if (token) return this.byLink(token);
    if (actor.email) return this.find(`v.id = ${ofAddress('$1')} AND v.proven_at IS NOT NULL`, actor.email);
    const remembered = await this.browsers.volunteerOf(browser);
    const known = remembered && (await this.find('v.id = $1', remembered.id));
    return known && { ...known, byBrowser: true };
  }

  /**
   * Whoever has the link of a sign-up reads the mail of its address. The row of somebody who never confirmed may have been
   * typed by anybody: then the words of this sign-up are theirs, as when it is confirmed.
   */
  private async byLink(token: string): Promise<Known | null> {
    const link = this.signedIds.open('signup', token);
    if (!link) return null;
    const [known] = await this.db.query<Known & Record<string, unknown>>(
      `SELECT v.id, v.email::text, CASE WHEN v.proven_at IS NULL THEN u.name ELSE v.name END AS name,
         CASE WHEN v.proven_at IS NULL THEN u.phone ELSE v.phone END AS phone,
         CASE WHEN v.proven_at IS NULL THEN u.locale ELSE v.locale END AS locale
       FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
       WHERE u.id = $1 AND u.token_version = $2 AND v.erased_at IS NULL`,
      [link.id, link.version],
    );
    return known ?? null;
  }

  private async find(condition: string, value: string): Promise<Known | null> {
    const [known] = await this.db.query<Known & Record<string, unknown>>(
      `SELECT v.id, v.email::text, v.name, v.phone, v.locale FROM volunteers.volunteer v
       WHERE ${condition} AND v.erased_at IS NULL`,
      [value],
    );
    return known ?? null;
  }
}

/** A browser that remembers somebody says no more of them than a first name: not what they lack. */
function withoutDetails(error: unknown): never {
  if (error instanceof Refusal && error.code === 'CREDENTIALS_MISSING') throw new Refusal(error.code, error.message);
  throw error;
}

function notKnown(): Refusal {
  return new Refusal('NOT_KNOWN', 'We do not know who you are here. Please sign up with your name and address.');
}
