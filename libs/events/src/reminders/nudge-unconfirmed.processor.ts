import { insertMails, mailExists } from '@upstander/notifications';
import { Clock, Config, Database, JobHandler, JobQueue, Logger, type Job } from '@upstander/platform';
import { joinVolunteer } from '@upstander/volunteers';

const batchSize = 200;

/** SQL: true if the first email of sign-up `u` was sent. Addresses past the hourly limit get no follow-ups either. */
const emailedCondition = mailExists(
  [
    `'signup-confirm/' || u.id`,
    `'signup-waitlisted/' || u.id`,
    `'signup-together/' || u.made_with`,
    `'standing-signup/' || u.made_with`,
  ],
  ['sent'],
);

/** SQL: true if the sign-up expired unconfirmed and the volunteer has not signed up for the shift again. */
const lapsedCondition = (signup: string) => `
  ${signup}.status = 'expired' AND ${signup}.proven_at IS NULL AND ${signup}.repeat_of IS NULL
  -- Expired offers have their own email.
  AND ${signup}.offer_expires_at IS NULL
  AND NOT EXISTS (
    SELECT FROM events.signup again WHERE again.shift_id = ${signup}.shift_id AND again.volunteer_id = ${signup}.volunteer_id
      AND again.status IN ('confirmed', 'waitlisted', 'offered')
  )`;

const statements = {
  /** $1 now, $2 hours allowed for confirming an address, $3 batch size. */
  nudges: insertMails({
    template: 'signup-nudge',
    key: `'signup-nudge/' || u.id`,
    subjectId: 'u.id',
    recipient: 'v.email',
    locale: 'u.locale',
    dueAt: '$1',
    from: `events.signup u ${joinVolunteer('u')}
    WHERE u.proven_at IS NULL AND u.status IN ('confirmed', 'waitlisted', 'offered') AND u.repeat_of IS NULL
      -- The second condition is half of the sign-up's own time limit, which is shorter for a shift that starts soon.
      AND u.expires_at > $1 AND u.expires_at <= $1 + $2 * interval '30 minutes'
      AND u.created_at + (u.expires_at - u.created_at) / 2 <= $1
      AND u.created_at <= $1 - interval '1 hour'
      AND ${emailedCondition}
      -- One confirmation covers all sign-ups of a request, so only one reminder is sent.
      AND NOT EXISTS (
        SELECT FROM events.signup o WHERE o.made_with = u.made_with AND o.id < u.id AND o.proven_at IS NULL
          AND o.repeat_of IS NULL AND o.status IN ('confirmed', 'waitlisted', 'offered')
      )
      AND NOT ${mailExists([`'signup-nudge/' || u.id`])}
    ORDER BY u.expires_at LIMIT $3`,
  }),
  // One email covers all sign-ups of a request, sent after the last of them has expired.
  lapsed: insertMails({
    template: 'signup-lapsed',
    key: `'signup-lapsed/' || g.id`,
    subjectId: 'CASE WHEN cardinality(l.ids) = 1 THEN l.ids[1] ELSE g.id END',
    recipient: 'v.email',
    locale: 'l.locale',
    data: `jsonb_build_object('hadPlace', cardinality(l.places) > 0, 'ids', l.ids, 'places', l.places)`,
    dueAt: '$1',
    from: `(
      SELECT coalesce(u.made_with, u.id) AS id, u.volunteer_id FROM events.signup u
      WHERE ${lapsedCondition('u')} AND u.ended_at <= $1 AND u.ended_at > $1 - $2 * interval '1 hour'
        AND ${emailedCondition}
        AND NOT EXISTS (
          SELECT FROM events.signup o WHERE o.made_with = u.made_with AND o.volunteer_id = u.volunteer_id AND o.proven_at IS NULL
            AND o.repeat_of IS NULL AND o.status IN ('confirmed', 'waitlisted')
        )
        AND NOT ${mailExists([`'signup-lapsed/' || coalesce(u.made_with, u.id)`])}
      GROUP BY 1, 2 ORDER BY min(u.ended_at) LIMIT $3
    ) g ${joinVolunteer('g')}
      CROSS JOIN LATERAL (
        SELECT array_agg(o.id ORDER BY o.during, o.id) AS ids, min(o.locale) AS locale,
          coalesce(array_agg(o.id ORDER BY o.id) FILTER (WHERE o.told_status = 'confirmed'), '{}') AS places
        FROM events.signup o WHERE (o.id = g.id OR o.made_with = g.id) AND o.volunteer_id = g.volunteer_id
          AND ${lapsedCondition('o')}
      ) l`,
  }),
};

@JobHandler('nudge-unconfirmed')
export class NudgeUnconfirmed implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (const [kind, statement] of Object.entries(statements)) {
      for (let count = batchSize; count === batchSize && !signal.aborted;) {
        const values = [this.clock.now(), this.config.UNCONFIRMED_HOURS, batchSize];
        count = (await this.db.query(statement, values)).length;
        if (count === 0) continue;
        this.queue.enqueue('deliver-due-mail');
        this.logger.info({ [kind]: count }, 'emails about unconfirmed sign-ups queued');
      }
    }
  }
}
