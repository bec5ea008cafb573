import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { lockCampaign } from '../campaigns/campaign-store.js';
import { CampaignOutbox } from '../mails/campaign-outbox.js';
import { CampaignTransitions } from './campaign-transitions.js';

/** Ends campaigns after their last day, in their own time zone, and notifies their organizers. */
@JobHandler('end-campaigns')
export class EndCampaigns implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly steps: CampaignTransitions,
    private readonly mails: CampaignOutbox,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const over = await this.db.query<{ id: string }>(
      `SELECT id FROM fundraising.campaign
       WHERE status IN ('live', 'paused') AND ends_on < ($1::timestamptz AT TIME ZONE time_zone)::date ORDER BY ends_on`,
      [this.clock.now()],
    );
    for (const { id } of over) {
      if (signal.aborted) return;
      await this.db.transaction(async (tx) => {
        const campaign = await lockCampaign(tx, id);
        // Checks again under the lock: the campaign may have been ended or extended since.
        const [still] = await tx.query(
          `SELECT FROM fundraising.campaign WHERE id = $1 AND status IN ('live', 'paused')
             AND ends_on < ($2::timestamptz AT TIME ZONE time_zone)::date`,
          [id, this.clock.now()],
        );
        if (!still) return;
        const change = await this.steps.changeStatus(tx, campaign, 'ended', { accountId: null });
        await this.mails.toOrganizer(tx, 'campaign-ended', campaign, change);
      });
    }
  }
}
