import { Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

/** Expires registrations that were not confirmed in time, and gives free places to the waitlist. */
@JobHandler('expire-registrations')
export class ExpireRegistrations implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const due = await this.db.query<{ eventId: string }>(
      `SELECT DISTINCT r.event_id AS "eventId" FROM events.registration r
       WHERE r.verified_at IS NULL AND r.expires_at <= $1 AND r.status IN ('confirmed', 'waitlisted')
       -- Places that an erased registration left.
       UNION SELECT f.event_id FROM events.registration_form f JOIN events.event e ON e.id = f.event_id
       WHERE f.waiting > 0 AND (f.capacity IS NULL OR f.taken < f.capacity) AND e.status = 'published' AND e.starts_at > $1`,
      [now],
    );
    for (const { eventId } of due) {
      if (signal.aborted) return;
      await this.db.query('SELECT events.expire_registrations($1, $2)', [[eventId], now]);
    }
    if (due.length > 0) this.outbox.deliver();
  }
}
