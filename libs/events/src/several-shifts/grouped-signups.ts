import { Injectable } from '@nestjs/common';
import { insertMails } from '@upstander/notifications';
import { Config, Clock, Database, Refusal, SignedIds, violatedConstraint, type Tx } from '@upstander/platform';
import { lockSignup } from '../signups/locked-signup.js';
import type { MySignup } from '../signups/my-signup.js';
import type { RelatedSignup } from './several-shifts.js';
import { VerifiedSignUp } from '../one-click/verified-sign-up.service.js';
import { joinShiftAndEvent } from '../shifts/shift-joins.js';

@Injectable()
export class GroupedSignups {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
    private readonly verifiedSignUp: VerifiedSignUp,
  ) {}

  /** Links new sign-ups of one request. Returns the ID of the first, or null if there are none. */
  async link(tx: Tx, ids: readonly string[]): Promise<string | null> {
    const [first] = await tx.query<{ id: string }>(
      `UPDATE events.signup u SET made_with = first.id
       FROM (SELECT f.id FROM events.signup f WHERE f.id = ANY ($1::uuid[]) ORDER BY f.repeat_of IS NOT NULL, f.created_at, f.id LIMIT 1) first
       WHERE u.id = ANY ($1::uuid[]) RETURNING first.id`,
      [ids],
    );
    return first?.id ?? null;
  }

  /**
   * Links new sign-ups of one request and queues one email for them. An unverified address receives a limited number of
   * emails per hour, as in events.take_places.
   */
  async linkSignups(tx: Tx, ids: readonly string[], person: { email: string; verified: boolean }): Promise<void> {
    const at = this.clock.now();
    const first = await this.link(tx, ids);
    if (first === null) return;
    await tx.query(
      insertMails({
        template: { column: 'm.template' },
        key: `m.template || '/' || u.id`,
        subjectId: 'u.id',
        recipient: '$2',
        locale: 'u.locale',
        dueAt: '$3',
        from: `events.signup u CROSS JOIN LATERAL (
          SELECT CASE WHEN $5 THEN 'signup-together' WHEN u.repeat_of IS NOT NULL THEN 'signup-repeat'
            WHEN u.status = 'confirmed' THEN 'signup-confirm' ELSE 'signup-waitlisted' END AS template
        ) m
        WHERE u.id = $1 AND ($6 OR (
          SELECT count(*) FROM events.signup r WHERE r.volunteer_id = u.volunteer_id
            AND r.created_at > $3::timestamptz - interval '1 hour' AND r.made_with IS DISTINCT FROM u.id
        ) < $4)`,
      }),
      [first, person.email, at, this.config.SIGN_UP_MAILS_PER_HOUR, ids.length > 1, person.verified],
    );
  }

  /**
   * Confirms the other sign-ups of the same request. One that cannot be confirmed is left unchanged; its own page shows
   * the reason.
   */
  async confirmOthers(tx: Tx, signup: { id: string; volunteerId: string; madeWith: string | null }): Promise<void> {
    if (signup.madeWith === null) return;
    const otherSignups = await tx.query<{ id: string }>(
      `SELECT u.id FROM events.signup u
       WHERE u.made_with = $1 AND u.volunteer_id = $2 AND u.id <> $3 AND u.proven_at IS NULL AND u.repeat_of IS NULL
         AND u.status IN ('confirmed', 'waitlisted') AND u.expires_at > $4
       ORDER BY u.shift_id`,
      [signup.madeWith, signup.volunteerId, signup.id, this.clock.now()],
    );
    for (const { id } of otherSignups) {
      await tx
        .attempt(async () => {
          const other = await lockSignup(tx, id);
          if (other) await this.verifiedSignUp.verifySignup(tx, other);
        })
        .catch((error: unknown) => {
          if (error instanceof Refusal || violatedConstraint(error) === 'no_two_overlapping_shifts') return;
          throw error;
        });
    }
  }

  /** Returns the other sign-ups of the same request, each with its personal link; at most 10. */
  async findRelated({ id }: Pick<MySignup, 'id'>): Promise<RelatedSignup[]> {
    const rows = await this.db.query<Omit<RelatedSignup, 'token'> & { tokenVersion: number }>(
      `SELECT u.id, u.status, u.proven_at IS NOT NULL AS "addressConfirmed", e.title, s.role, s.starts_at AS "startsAt",
         s.ends_at AS "endsAt", e.time_zone AS "timeZone", u.token_version AS "tokenVersion"
       FROM events.signup mine
         JOIN events.signup u ON u.made_with = mine.made_with AND u.id <> mine.id AND u.volunteer_id = mine.volunteer_id
           AND u.repeat_of IS NULL
         ${joinShiftAndEvent('u')} WHERE mine.id = $1 ORDER BY s.starts_at, u.id LIMIT 10`,
      [id],
    );
    return rows.map(({ tokenVersion, ...row }) => ({
      ...row,
      token: this.signedIds.sign('signup', row.id, tokenVersion),
    }));
  }
}
