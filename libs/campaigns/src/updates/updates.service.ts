import { Injectable } from '@nestjs/common';
import { Access, findAccountName, type Actor } from '@upstander/identity';
import { badInput, Clock, Database, Idempotency, JobQueue, notFound, type Tx } from '@upstander/platform';
import { lockCampaign } from '../campaigns/campaign-store.js';
import { publicStatuses } from '../campaigns/campaign-status.js';
import { CampaignOutbox } from '../mails/campaign-outbox.js';
import { transitionNotAllowed } from '../review/campaign-transitions.js';
import { insertUpdate, toUpdateValues } from './update-store.js';
import { CampaignUpdate, type ManagedUpdate } from '../campaigns/update.entity.js';
import type { PostCampaignUpdateInput, SetUpdateStatusInput } from './update.input.js';

@Injectable()
export class Updates {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly queue: JobQueue,
    private readonly mails: CampaignOutbox,
  ) {}

  /** @throws Refusal NOT_FOUND; BAD_INPUT; CAMPAIGN_STATUS if the campaign isn't public */
  async post(actor: Actor, input: PostCampaignUpdateInput): Promise<CampaignUpdate> {
    await this.access.require(actor, 'campaign:edit', [input.campaignId], 'This fundraiser');
    const news = toUpdateValues(input);
    const call = {
      operation: 'postCampaignUpdate',
      actorKey: String(actor.accountId),
      key: input.idempotencyKey,
      input: { campaignId: input.campaignId, ...news },
    };
    const id = await this.idempotency.transaction(call, async (tx) => {
      const campaign = await lockCampaign(tx, input.campaignId);
      if (!publicStatuses.includes(campaign.status)) throw transitionNotAllowed(campaign.status);
      const now = this.clock.now();
      const authorName = (await findAccountName(tx, actor.accountId))!;
      const written = { authorName, status: 'published', writtenAt: now, publishedAt: now } as const;
      const update = await insertUpdate(tx, { ...news, ...written, campaignId: campaign.id });
      this.enqueue(tx);
      return update;
    });
    return this.byId(id);
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT */
  async setStatus(actor: Actor, { id, status }: SetUpdateStatusInput): Promise<ManagedUpdate> {
    await this.access.require(actor, 'campaign-update:review', [id], 'This update');
    if (status !== 'published' && status !== 'hidden') throw badInput({ status: 'not-a-choice' });
    await this.db.transaction(async (tx) => {
      const update = await tx.manager.findOne(CampaignUpdate, { where: { id }, lock: { mode: 'for_no_key_update' } });
      if (!update) throw notFound('This update');
      if (update.status === status) return;
      const publishedAt = status === 'published' ? (update.publishedAt ?? this.clock.now()) : update.publishedAt;
      await tx.manager.update(CampaignUpdate, id, { status, publishedAt });
      if (status === 'published') this.enqueue(tx);
      if (update.status === 'in_review') await this.notifyAuthor(tx, update.campaignId, id, status);
    });
    return this.byId(id);
  }

  /** Emails the decision to the supporter, who has no account to look it up. */
  private async notifyAuthor(tx: Tx, campaignId: string, id: string, status: 'published' | 'hidden'): Promise<void> {
    const template = status === 'published' ? 'update-published' : 'update-declined';
    await this.mails.toOrganizer(tx, template, await lockCampaign(tx, campaignId), id);
  }

  private async byId(id: string): Promise<ManagedUpdate> {
    const update = await this.db.dataSource.manager.findOneBy(CampaignUpdate, { id });
    if (!update) throw notFound('This update');
    return update;
  }

  private enqueue(tx: Tx): void {
    tx.afterCommit(() => this.queue.enqueue('mail-campaign-updates'));
  }
}
