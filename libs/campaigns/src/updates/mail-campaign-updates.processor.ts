import { wantsUpdates } from '@upstander/donations';
import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

// Matches the partial index on paid gifts of a campaign. `wantsUpdates` then checks each gift.
const optedInCondition = 'g.paid_at IS NOT NULL AND g.updates_wanted';

/** One email per donor who opted in and has not unsubscribed since, including anonymous donors. */
@JobHandler('mail-campaign-updates')
export class MailCampaignUpdates implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.mailOne())) {
      this.outbox.deliver();
    }
  }

  /** Returns false if no update is pending. */
  private mailOne(): Promise<boolean> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      const [update] = await tx.query<{ id: string; campaignId: string }>(
        `SELECT id, campaign_id AS "campaignId" FROM fundraising.update
         WHERE status = 'published' AND mailed_at IS NULL ORDER BY published_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      );
      if (!update) return false;
      await tx.query(
        `WITH mailed AS (
           ${insertMails({
             template: 'campaign-update',
             key: `'campaign-update/' || $1::uuid || '/' || d.id`,
             subjectId: '$1',
             recipient: 'd.email',
             locale: 'd.locale',
             data: `jsonb_build_object('donorId', d.id)`,
             dueAt: '$3',
             canWait: 'true',
             from: `fundraising.donor d
               WHERE d.id IN (SELECT g.donor_id FROM fundraising.gift g WHERE g.campaign_id = $2 AND ${optedInCondition})
                 AND EXISTS (
                   SELECT FROM fundraising.gift g WHERE g.donor_id = d.id AND g.campaign_id = $2 AND ${wantsUpdates}
                 )`,
           })}
         )
         UPDATE fundraising.update SET mailed_at = $3, mailed_to = (SELECT count(*) FROM mailed) WHERE id = $1`,
        [update.id, update.campaignId, now],
      );
      return true;
    });
  }
}
