import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, JobHandler, JobQueue, Logger, type Job } from '@upstander/platform';

const most = 200;

/** Of a sign-up `u`: its first mail went out. Where it did not (nobody types an address over and over), none follows. */
const heardOf = `EXISTS (
  SELECT FROM notifications.mail first
  WHERE first.key IN ('signup-confirm/' || u.id, 'signup-waitlisted/' || u.id, 'signup-together/' || u.made_with)
    AND first.status = 'sent'
)`;

const statements = {
  /** $1 now, $2 the hours in which an address must be confirmed, $3 at most so many. */
  nudges: `
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, due_at)
    SELECT 'signup-nudge/' || u.id, 'signup-nudge', u.id, v.email, u.locale, $1
    FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
    WHERE u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.repeat_of IS NULL
      -- The first bound is for the index; the second is half of this sign-up's own time, which a near shift shortens.
      AND u.expires_at > $1 AND u.expires_at <= $1 + $2 * interval '30 minutes'
      AND u.created_at + (u.expires_at - u.created_at) / 2 <= $1
      AND u.created_at <= $1 - interval '1 hour'
      AND ${heardOf}
      -- What was signed up for in one go is confirmed in one go: one of them is enough.
      AND NOT EXISTS (
        SELECT FROM events.signup o WHERE o.made_with = u.made_with AND o.id < u.id AND o.proven_at IS NULL
          AND o.repeat_of IS NULL AND o.status IN ('confirmed', 'waitlisted', 'offered')
      )
      AND NOT EXISTS (SELECT FROM notifications.mail m WHERE m.key = 'signup-nudge/' || u.id)
    ORDER BY u.expires_at LIMIT $3
    ON CONFLICT (key) DO NOTHING
    RETURNING 1`,
  lapsed: `
    INSERT INTO notifications.mail (key, template, subject_id, recipient, locale, data, due_at)
    SELECT 'signup-lapsed/' || u.id, 'signup-lapsed', u.id, v.email, u.locale,
      jsonb_build_object('hadPlace', u.told_status = 'confirmed'), $1
    FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
    WHERE u.status = 'expired' AND u.proven_at IS NULL AND u.repeat_of IS NULL
      -- An offer that ran out has a mail of its own.
      AND u.offer_expires_at IS NULL
      AND u.ended_at <= $1 AND u.ended_at > $1 - $2 * interval '1 hour'
      AND ${heardOf}
      -- Who has signed up again since has nothing to do.
      AND NOT EXISTS (
        SELECT FROM events.signup again WHERE again.shift_id = u.shift_id AND again.volunteer_id = u.volunteer_id
          AND again.status IN ('confirmed', 'waitlisted', 'offered')
      )
      AND NOT EXISTS (SELECT FROM notifications.mail m WHERE m.key = 'signup-lapsed/' || u.id)
    ORDER BY u.ended_at LIMIT $3
    ON CONFLICT (key) DO NOTHING
    RETURNING 1`,
};

/**
 * One reminder before an unconfirmed sign-up runs out, and a kind word when it has. Nothing is kept in step for it: what
 * is owed follows from the sign-ups as they stand, and a mail that is there is not made again.
 */
@JobHandler('nudge-unconfirmed')
@Injectable()
export class NudgeUnconfirmed implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (const [what, statement] of Object.entries(statements)) {
      for (let made = most; made === most && !signal.aborted;) {
        const values = [this.clock.now(), this.config.UNCONFIRMED_HOURS, most];
        made = (await this.db.query(statement, values)).length;
        if (made === 0) continue;
        this.queue.ring('deliver-due-mail');
        this.logger.info({ [what]: made }, 'unconfirmed sign-ups are told');
      }
    }
  }
}
