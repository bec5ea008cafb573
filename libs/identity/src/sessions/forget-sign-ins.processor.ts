import { Clock, Config, Database, JobHandler, retentionTerms, type Job } from '@upstander/platform';

retentionTerms.define({
  'identity.security_event': { days: 'SECURITY_EVENT_DAYS', job: 'forget-sign-ins' },
  'identity.staff_action': { days: 'STAFF_ACTION_DAYS', job: 'forget-sign-ins' },
});

/** Deletes old refused attempts and staff actions. `keep-retention` handles sessions and codes. */
@JobHandler('forget-sign-ins')
export class ForgetSignIns implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    const now = [this.clock.now()];
    await this.db.query(`DELETE FROM identity.spent_solution WHERE expires_at < $1`, now);
    // The hash only serves to catch work in progress at the time of an erasure.
    await this.db.query(
      `UPDATE identity.data_request SET address_hash = NULL
       WHERE address_hash IS NOT NULL AND ended_at < $1::timestamptz - interval '1 day'`,
      now,
    );
    await this.db.query('SELECT identity.forget_security_events($1::timestamptz - make_interval(days => $2))', [
      ...now,
      this.config.SECURITY_EVENT_DAYS,
    ]);
    await this.db.query('SELECT identity.forget_staff_actions($1::timestamptz - make_interval(days => $2))', [
      ...now,
      this.config.STAFF_ACTION_DAYS,
    ]);
  }
}
