import { Injectable } from '@nestjs/common';
import type { Actor, Browser } from '@upstander/identity';
import { Database, SignedIds, WriteBatcher } from '@upstander/platform';
import { joinVolunteer, KnownBrowsers, type Volunteer, volunteerIdOfAddress } from '@upstander/volunteers';

export type IdentifiedVolunteer = Pick<Volunteer, 'id' | 'name' | 'phone' | 'locale'> & {
  email: string;
  /** True if identified only by a remembered browser. Responses may then reveal nothing but the first name. */
  byBrowser?: boolean;
};

type Link = NonNullable<ReturnType<SignedIds['verify']>>;

@Injectable()
export class VolunteerIdentification {
  /** When a shift opens, many volunteers arrive by link at the same time, so link lookups are batched. */
  private readonly links = new WriteBatcher<Link, IdentifiedVolunteer | null>((links) => this.ownersOf(links));

  constructor(
    private readonly db: Database,
    private readonly signedIds: SignedIds,
    private readonly browsers: KnownBrowsers,
  ) {}

  /** Identifies the volunteer by personal link, else by session, else by remembered browser. */
  async find(actor: Actor, browser: Browser, token: string | null | undefined): Promise<IdentifiedVolunteer | null> {
    // An invalid link returns null and never falls back: someone else may be using this browser.
    if (token) return this.findByLink(token);
    if (actor.email)
      return this.findRow(`v.id = ${volunteerIdOfAddress('$1')} AND v.proven_at IS NOT NULL`, actor.email);
    const knownBrowser = await this.browsers.findVolunteer(browser);
    const volunteer = knownBrowser && (await this.findRow('v.id = $1', knownBrowser.id));
    return volunteer && { ...volunteer, byBrowser: true };
  }

  /**
   * Returns the volunteer who received this sign-up link. The record of an unverified address may contain someone
   * else's input, so the details of the sign-up itself are used.
   */
  private async findByLink(token: string): Promise<IdentifiedVolunteer | null> {
    const link = this.signedIds.verify('signup', token);
    return link && this.links.add(link);
  }

  private async ownersOf(links: Link[]): Promise<Array<IdentifiedVolunteer | null>> {
    const rows = await this.db.query<IdentifiedVolunteer & { nth: number } & Record<string, unknown>>(
      `SELECT l.nth::integer, v.id, v.email::text, CASE WHEN v.proven_at IS NULL THEN u.name ELSE v.name END AS name,
         CASE WHEN v.proven_at IS NULL THEN u.phone ELSE v.phone END AS phone,
         CASE WHEN v.proven_at IS NULL THEN u.locale ELSE v.locale END AS locale
       FROM unnest($1::uuid[], $2::integer[]) WITH ORDINALITY AS l (id, version, nth)
         JOIN events.signup u ON u.id = l.id AND u.token_version = l.version
         ${joinVolunteer('u')}
       WHERE v.erased_at IS NULL AND v.email IS NOT NULL`,
      [links.map(({ id }) => id), links.map(({ version }) => version)],
    );
    const volunteersByIndex = new Map(rows.map(({ nth, ...volunteer }) => [nth, volunteer]));
    return links.map((_, i) => volunteersByIndex.get(i + 1) ?? null);
  }

  private async findRow(condition: string, value: string): Promise<IdentifiedVolunteer | null> {
    const [volunteer] = await this.db.query<IdentifiedVolunteer & Record<string, unknown>>(
      `SELECT v.id, v.email::text, v.name, v.phone, v.locale FROM volunteers.volunteer v
       WHERE ${condition} AND v.erased_at IS NULL`,
      [value],
    );
    return volunteer ?? null;
  }
}
