import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Clock, Config, Database, Idempotency, notFound, type Tx } from '@upstander/platform';
import { insertUpdate, toUpdateValues } from '../updates/update-store.js';
import { detailsFrom } from '../campaigns/campaign-details.js';
import { lockCampaign, updateCampaign } from '../campaigns/campaign-store.js';
import type { Campaign } from '../campaigns/campaign.entity.js';
import { CampaignTransitions, transitionNotAllowed } from '../review/campaign-transitions.js';
import type { EditMyFundraiserInput, PostMyUpdateInput } from './fundraiser.input.js';
import type { EditedText } from '../campaigns/edit.js';
import { CampaignOutbox } from '../mails/campaign-outbox.js';
import { FundraiserReads, isEditable, isPublic } from './fundraiser-reads.js';
import type { MyFundraiser } from './my-fundraiser.js';

@Injectable()
export class FundraiserLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly reads: FundraiserReads,
    private readonly steps: CampaignTransitions,
    private readonly mails: CampaignOutbox,
  ) {}

  byToken(token: string): Promise<MyFundraiser | null> {
    return this.reads.byToken(token);
  }

  /**
   * Confirms the address and submits the fundraiser. Idempotent.
   * @throws Refusal NOT_FOUND
   */
  async confirm(actor: Actor, token: string): Promise<MyFundraiser> {
    const id = await this.requireByToken(actor, token);
    await this.db.transaction(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (campaign.status === 'unconfirmed') await this.submitForReview(tx, campaign);
    });
    return this.reads.byId(id);
  }

  /**
   * Until the fundraiser is public, text changes take effect immediately; later they need approval. The goal and the
   * last day always take effect immediately. If changes were requested, the fundraiser is resubmitted.
   * @throws Refusal NOT_FOUND; BAD_INPUT; CAMPAIGN_STATUS
   */
  async edit(actor: Actor, input: EditMyFundraiserInput): Promise<MyFundraiser> {
    const id = await this.requireByToken(actor, input.token);
    await this.db.transaction(async (tx) => {
      const before = await lockCampaign(tx, id);
      if (!isEditable(before.status)) throw transitionNotAllowed(before.status);
      const now = this.clock.now();
      const currencies = before.publishedAt ? [before.currency] : this.config.CURRENCIES;
      const after = detailsFrom(input, { ...before, ...before.edit }, { currencies, now });
      const giftMails = input.giftMails ?? before.giftMails;
      const { title, summary, story, ...immediate } = after;
      const words = { title, summary, story };
      if (!isPublic(before.status)) await updateCampaign(tx, before, { ...after, giftMails }, now);
      else await this.savePendingEdit(tx, before, words, { ...immediate, giftMails });
      if (before.status === 'changes_requested') await this.submitForReview(tx, before);
    });
    return this.reads.byId(id);
  }

  /**
   * Submits an update for the page and the donors, which staff review first.
   * @throws Refusal NOT_FOUND; BAD_INPUT; CAMPAIGN_STATUS
   */
  async postUpdate(actor: Actor, input: PostMyUpdateInput): Promise<MyFundraiser> {
    const id = await this.requireByToken(actor, input.token);
    const news = toUpdateValues(input);
    await this.limits.consume('fundraiser-update', id);
    const call = { operation: 'postMyUpdate', actorKey: id, key: input.idempotencyKey, input: news };
    await this.idempotency.transaction(call, async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (!isPublic(campaign.status)) throw transitionNotAllowed(campaign.status);
      const written = {
        status: 'in_review',
        authorName: campaign.organizerName,
        writtenAt: this.clock.now(),
      } as const;
      const update = await insertUpdate(tx, { ...news, ...written, campaignId: id });
      await this.mails.notifyReviewers(tx, 'update-submitted', campaign, update);
      return update;
    });
    return this.reads.byId(id);
  }

  private async submitForReview(tx: Tx, campaign: Campaign): Promise<void> {
    const change = await this.steps.changeStatus(tx, campaign, 'in_review', { accountId: null });
    await this.mails.notifyReviewers(tx, 'campaign-submitted', campaign, change);
  }

  /** Stores changed text as a pending edit and saves everything else. Restoring the public text withdraws the edit. */
  private async savePendingEdit(
    tx: Tx,
    before: Campaign,
    edited: EditedText,
    immediate: Partial<Campaign>,
  ): Promise<void> {
    const isSameText = (one: EditedText) =>
      (['title', 'summary', 'story'] as const).every((word) => one[word] === edited[word]);
    const now = this.clock.now();
    if (isSameText(before.edit ?? before)) return updateCampaign(tx, before, immediate, now);
    const isPending = !isSameText(before);
    const pendingRow = { edit: isPending ? edited : null, editAt: isPending ? now : null, editNote: null };
    await updateCampaign(tx, before, { ...immediate, ...pendingRow }, now);
    if (isPending) await this.mails.notifyReviewers(tx, 'campaign-edited', before, now.toISOString());
  }

  private async requireByToken(actor: Actor, token: string): Promise<string> {
    await this.limits.consume('public-write', actor.address);
    const fundraiser = await this.reads.byToken(token);
    if (!fundraiser) throw notFound('This fundraiser');
    return fundraiser.id;
  }
}
