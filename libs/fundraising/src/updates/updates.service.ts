import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  Idempotency,
  JobQueue,
  notThere,
  type Tx,
  typedKey,
  typedLine,
  typedText,
} from '@upstander/platform';
import { holdCampaign } from '../campaigns/campaign-store.js';
import { publicStatuses } from '../campaigns/campaign-status.js';
import { CampaignPost } from '../campaigns/mails/campaign-post.js';
import { managedUpdate } from '../campaigns/managed-columns.js';
import { notFromHere } from '../campaigns/review/campaign-steps.js';
import type { CampaignUpdate, ManagedUpdate, UpdateStatus } from './campaign-update.js';
import type { PostCampaignUpdateInput, SetUpdateStatusInput } from './update.input.js';

/** News of a campaign: on its page at once, and by mail to the donors who asked, whom a job finds. */
@Injectable()
export class Updates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly queue: JobQueue,
    private readonly mails: CampaignPost,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT, CAMPAIGN_STATUS before the campaign is public. */
  async post(actor: Actor, input: PostCampaignUpdateInput): Promise<CampaignUpdate> {
    await this.access.require(actor, 'campaign:edit', [input.campaignId], 'This fundraiser');
    const news = { title: typedLine('title', input.title, 120), body: typedText('body', input.body, 10_000) };
    const call = {
      operation: 'postCampaignUpdate',
      actorKey: String(actor.accountId),
      key: typedKey(input.idempotencyKey),
      input: { campaignId: input.campaignId, ...news },
    };
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, call, async () => {
        const campaign = await holdCampaign(tx, input.campaignId);
        if (!publicStatuses.includes(campaign.status)) throw notFromHere(campaign.status);
        const [made] = await tx.query<{ id: string }>(
          `INSERT INTO fundraising.update (campaign_id, title, body, author_name, status, written_at, published_at)
           SELECT $1, $2, $3, a.name, 'published', $4, $4 FROM identity.account a WHERE a.id = $5 RETURNING id`,
          [campaign.id, news.title, news.body, this.clock.now(), actor.accountId],
        );
        this.ring(tx);
        return made!.id;
      }),
    );
    const { title, body, authorName, publishedAt } = await this.byId(id);
    return { id, title, body, authorName, publishedAt: publishedAt! };
  }

  /** Publishes what a supporter wrote, or hides an update. @throws Refusal NOT_FOUND, BAD_INPUT. */
  async setStatus(actor: Actor, { id, status }: SetUpdateStatusInput): Promise<ManagedUpdate> {
    await this.access.require(actor, 'campaign-update:review', [id], 'This update');
    if (status !== 'published' && status !== 'hidden') throw badInput({ status: 'not-a-choice' });
    await this.db.transaction(async (tx) => {
      const [update] = await tx.query<{ status: UpdateStatus; campaignId: string }>(
        'SELECT status, campaign_id AS "campaignId" FROM fundraising.update WHERE id = $1 FOR NO KEY UPDATE',
        [id],
      );
      if (!update) throw notThere('This update');
      if (update.status === status) return;
      await tx.query(
        `UPDATE fundraising.update SET status = $2::text,
           published_at = CASE WHEN $2::text = 'published' THEN coalesce(published_at, $3) ELSE published_at END
         WHERE id = $1`,
        [id, status, this.clock.now()],
      );
      if (status === 'published') this.ring(tx);
      if (update.status === 'in_review') await this.tellAuthor(tx, update.campaignId, id, status);
    });
    return this.byId(id);
  }

  /** Whoever wrote it has no account, and would not hear of it. */
  private async tellAuthor(tx: Tx, campaignId: string, id: string, status: UpdateStatus): Promise<void> {
    const template = status === 'published' ? 'update-published' : 'update-declined';
    await this.mails.toOrganizer(tx, template, await holdCampaign(tx, campaignId), id);
  }

  private async byId(id: string): Promise<ManagedUpdate> {
    const [update] = await this.db.query<ManagedUpdate>(
      `SELECT ${managedUpdate} FROM fundraising.update u WHERE u.id = $1`,
      [id],
    );
    if (!update) throw notThere('This update');
    return update;
  }

  private ring(tx: Tx): void {
    tx.afterCommit(() => this.queue.ring('mail-campaign-updates'));
  }
}
