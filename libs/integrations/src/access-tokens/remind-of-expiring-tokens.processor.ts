import { isActiveAccount } from '@upstander/identity';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

/** The key contains the number of days, so each reminder is sent once. A token for a few days gets no early reminder. */
const insertReminders = insertMails({
  template: 'access-token-expiring',
  key: `'access-token-expiring/' || t.id || '/' || r.days`,
  subjectId: 't.id',
  account: 't.owner_id',
  dueAt: '$1',
  from: `integrations.access_token t CROSS JOIN (VALUES (14), (2)) AS r (days)
    WHERE ${isActiveAccount('t.owner_id')}
      AND t.revoked_at IS NULL AND t.expires_at > $1::timestamptz AND t.expires_at <= $1::timestamptz + make_interval(days => r.days)
      AND t.created_at < t.expires_at - make_interval(days => r.days + 1)
      -- After an outage, only the later reminder is sent.
      AND (r.days = 2 OR t.expires_at > $1::timestamptz + interval '2 days')`,
});

@JobHandler('remind-of-expiring-tokens')
export class RemindOfExpiringTokens implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    const added = await this.db.query(insertReminders, [this.clock.now()]);
    if (added.length > 0) this.outbox.deliver();
  }
}
