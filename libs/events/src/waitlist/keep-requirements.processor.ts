import { insertMails, mailExists } from '@upstander/notifications';
import { Clock, Database, JobHandler, JobQueue, Logger, type Job, type Tx } from '@upstander/platform';
import { lockSignup } from '../signups/locked-signup.js';
import { Waitlist } from './waitlist.js';
import { dueAt, lacksAnyCondition } from '../requirements/requirement-columns.js';
import { signupTables } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

const batchSize = 200;

const keyOf = `'signup-requirements/' || u.id || '/' || extract(epoch FROM s.starts_at)::bigint`;

/** SQL: confirmed sign-ups on upcoming shifts. Excludes anonymous sign-ups that were never confirmed. */
const confirmedFrom = `${signupTables} AND e.status = 'published' AND u.status = 'confirmed' AND u.repeat_of IS NULL
    AND (u.proven_at IS NOT NULL OR u.expires_at IS NULL)
  ${joinVolunteer('u')} AND v.erased_at IS NULL`;

/** $1 now, $2 batch size. Reminds volunteers from three days before the deadline, and gives them at least 12 hours. */
const remind = insertMails({
  template: 'signup-requirements',
  key: keyOf,
  subjectId: 'u.id',
  recipient: 'v.email',
  locale: 'u.locale',
  data: `jsonb_build_object('start', extract(epoch FROM s.starts_at)::bigint,
    'releaseAt', extract(epoch FROM greatest(${dueAt}, $1::timestamptz + interval '12 hours'))::bigint)`,
  dueAt: '$1',
  from: `${confirmedFrom}
  WHERE s.starts_at > $1 AND s.starts_at <= $1::timestamptz + interval '33 days' AND ${dueAt} - interval '3 days' <= $1::timestamptz
    AND v.email IS NOT NULL
    AND ${lacksAnyCondition} AND NOT ${mailExists([keyOf])}
  ORDER BY s.starts_at, u.id LIMIT $2`,
});

/** Selects the sign-ups past the deadline stated in their reminder, if the reminder was sent. */
const selectOverdue = `
  SELECT u.id FROM ${confirmedFrom}
    JOIN notifications.mail m ON m.key = ${keyOf} AND m.status = 'sent'
      AND (m.data ->> 'releaseAt')::bigint <= extract(epoch FROM $1::timestamptz)
  WHERE s.starts_at > $1 AND s.starts_at <= $1::timestamptz + interval '33 days' AND ${lacksAnyCondition}
  ORDER BY s.starts_at, u.id LIMIT $2`;

/** Reminds volunteers of missing requirements and releases their place after the deadline. */
@JobHandler('keep-requirements')
export class KeepRequirements implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly waitlist: Waitlist,
    private readonly logger: Logger,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    for (let count = batchSize; count === batchSize && !signal.aborted;) {
      count = (await this.db.query(remind, [now, batchSize])).length;
      if (count > 0) this.queue.enqueue('deliver-due-mail');
    }
    for (let count = batchSize; count === batchSize && !signal.aborted;) {
      const ids = (await this.db.query<{ id: string }>(selectOverdue, [now, batchSize])).map(({ id }) => id);
      for (const id of ids) await this.db.transaction((tx) => this.release(tx, id));
      count = ids.length;
      if (count > 0) this.logger.info({ released: count }, 'places released');
    }
  }

  /** Checks again under the lock: the volunteer may have met the requirement or canceled in the meantime. */
  private async release(tx: Tx, id: string): Promise<void> {
    const signup = await lockSignup(tx, id);
    if (signup?.status !== 'confirmed') return;
    const [remaining] = await tx.query(
      `SELECT 1 AS still FROM ${confirmedFrom} WHERE u.id = $1 AND ${lacksAnyCondition}`,
      [id],
    );
    if (!remaining) return;
    await this.waitlist.end(tx, signup, 'cancelled');
    await this.waitlist.notify(tx, signup, { template: 'signup-released', data: {} });
  }
}
