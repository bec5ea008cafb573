import { insertMails, mailExists, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, Logger, type Job } from '@upstander/platform';
import { joinVolunteer } from '../profile/volunteer-joins.js';

const batchSize = 200;

/** Contains the last day, so an extended credential gets another warning. */
const key = `'credential-expiring/' || c.id || '/' || c.expires_on`;

/** One email per credential that expires soon without a later one of its type. $1 today, $2 now, $3 batch size. */
const insertWarnings = insertMails({
  template: 'credential-expiring',
  key,
  subjectId: 'c.id',
  recipient: 'v.email',
  locale: 'v.locale',
  dueAt: '$2',
  from: `volunteers.credential c JOIN volunteers.credential_type t ON t.id = c.type_id AND t.retired_at IS NULL
      ${joinVolunteer('c')} AND v.erased_at IS NULL AND v.proven_at IS NOT NULL
    WHERE c.status = 'approved' AND c.expires_on IS NOT NULL AND c.expires_on >= $1::date
      -- Matches the index: no type warns earlier than a year before.
      AND c.expires_on <= $1::date + 365 AND c.expires_on <= $1::date + t.warn_days
      AND NOT EXISTS (
        SELECT FROM volunteers.credential o WHERE o.volunteer_id = c.volunteer_id AND o.type_id = c.type_id AND o.id <> c.id
          AND o.status = 'approved' AND (o.expires_on IS NULL OR o.expires_on > c.expires_on)
      )
      AND NOT ${mailExists([key])}
    ORDER BY c.expires_on, c.id LIMIT $3`,
});

@JobHandler('warn-of-expiry')
export class WarnOfExpiry implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    for (let count = batchSize; count === batchSize && !signal.aborted;) {
      const now = this.clock.now();
      count = (await this.db.query(insertWarnings, [this.clock.dayOf(now), now, batchSize])).length;
      if (count === 0) continue;
      this.outbox.deliver();
      this.logger.info({ warned: count }, 'expiry warnings queued');
    }
  }
}
