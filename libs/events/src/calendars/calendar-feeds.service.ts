import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Config, Database, notFound, SignedIds } from '@upstander/platform';
import { OpenSignupLink } from '../links/open-signup-link.js';

@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly links: OpenSignupLink,
  ) {}

  /**
   * Returns the feed of the sign-up's owner. The URL is unguessable, and changes only after a revocation.
   * @throws Refusal NOT_FOUND for an invalid or outdated link
   */
  async create(actor: Actor, signupToken: string): Promise<{ url: string }> {
    const link = await this.links.openSignupLink(actor, signupToken);
    const [feed] = await this.db.query<{ id: string; token_version: number }>(
      `INSERT INTO events.calendar_feed (volunteer_id, created_at)
       SELECT volunteer_id, $3 FROM events.signup WHERE id = $1 AND token_version = $2
       ON CONFLICT (volunteer_id) DO UPDATE SET revoked_at = NULL
       RETURNING id, token_version`,
      [link.id, link.version, this.clock.now()],
    );
    if (!feed) throw notFound('This sign-up');
    return {
      url: `${this.config.PUBLIC_URL}/calendar/${this.signedIds.sign('calendar-feed', feed.id, feed.token_version)}.ics`,
    };
  }

  /** Repeated calls, or calls without a feed, have no effect. */
  async revoke(actor: Actor, signupToken: string): Promise<{ ok: boolean }> {
    const link = await this.links.openSignupLink(actor, signupToken);
    const rows = await this.db.query(
      `WITH person AS (SELECT volunteer_id FROM events.signup WHERE id = $1 AND token_version = $2),
       revoked AS (
         UPDATE events.calendar_feed feed SET revoked_at = $3, token_version = feed.token_version + 1
         FROM person WHERE feed.volunteer_id = person.volunteer_id AND feed.revoked_at IS NULL)
       SELECT FROM person`,
      [link.id, link.version, this.clock.now()],
    );
    if (rows.length === 0) throw notFound('This sign-up');
    return { ok: true };
  }
}
