import { Injectable } from '@nestjs/common';
import type { Actor, Browser } from '@upstander/identity';
import { Database, SignedIds } from '@upstander/platform';
import { KnownBrowsers, ofAddress, type Volunteer } from '@upstander/volunteers';

export type Known = Pick<Volunteer, 'id' | 'email' | 'name' | 'phone' | 'locale'> & {
  /** Whether it is only this browser that remembers them: it says no more of them than a first name. */
  byBrowser?: boolean;
};

/** Who somebody is without typing anything: an address once proven stays proven. */
@Injectable()
export class KnownPerson {
  constructor(
    private readonly db: Database,
    private readonly signedIds: SignedIds,
    private readonly browsers: KnownBrowsers,
  ) {}

  /** Whom a personal link says, else who is signed in, else whom this browser remembers; null for nobody we know. */
  async find(actor: Actor, browser: Browser, token: string | null | undefined): Promise<Known | null> {
    // A link that is wrong is refused, and not made up for by whoever else sits at this browser.
    if (token) return this.byLink(token);
    if (actor.email) return this.row(`v.id = ${ofAddress('$1')} AND v.proven_at IS NOT NULL`, actor.email);
    const remembered = await this.browsers.volunteerOf(browser);
    const known = remembered && (await this.row('v.id = $1', remembered.id));
    return known && { ...known, byBrowser: true };
  }

  /**
   * Whoever has the link of a sign-up reads the mail of its address. The row of somebody who never confirmed may have been
   * typed by anybody: then the words of this sign-up are theirs, as when it is confirmed.
   */
  private async byLink(token: string): Promise<Known | null> {
    const link = this.signedIds.verify('signup', token);
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

  private async row(condition: string, value: string): Promise<Known | null> {
    const [known] = await this.db.query<Known & Record<string, unknown>>(
      `SELECT v.id, v.email::text, v.name, v.phone, v.locale FROM volunteers.volunteer v
       WHERE ${condition} AND v.erased_at IS NULL`,
      [value],
    );
    return known ?? null;
  }
}
