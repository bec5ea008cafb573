import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { badInput, Clock, Config, Database, dayIn, Refusal, type Tx, typedText } from '@upstander/platform';
import type { CampaignNoteInput } from '../campaigns/campaign.input.js';
import { lockCampaign } from '../campaigns/campaign-store.js';
import { Campaign } from '../campaigns/campaign.entity.js';
import { conflictRefusal } from '../campaigns/edit.js';
import type { CampaignStatus } from '../campaigns/campaign-status.js';
import type { ManagedCampaign } from '../campaigns/managed-campaign.js';
import { ManagedCampaigns } from '../campaigns/managed-campaigns.service.js';
import { partnersOffRefusal } from '../campaigns/partners-not-allowed.js';
import { CampaignOutbox } from '../mails/campaign-outbox.js';
import { campaignSlugFor } from '../campaigns/slugs.js';
import { CampaignTransitions, transitionNotAllowed, requireTransition } from './campaign-transitions.js';

/** Repeating a transition has no effect. */
@Injectable()
export class Reviews {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
    private readonly steps: CampaignTransitions,
    private readonly mails: CampaignOutbox,
    private readonly reads: ManagedCampaigns,
  ) {}

  /** @throws Refusal NOT_FOUND; CAMPAIGN_STATUS; BAD_INPUT */
  submit(actor: Actor, id: string): Promise<ManagedCampaign> {
    return this.transition(actor, id, 'campaign:edit', 'in_review', {
      before: (_, campaign) => Promise.resolve(this.requireTime(campaign)),
      after: (tx, campaign, change) => this.mails.notifyReviewers(tx, 'campaign-submitted', campaign, change),
    });
  }

  /**
   * Publishes a campaign under the slug of its current title.
   * @throws Refusal NOT_FOUND; CAMPAIGN_STATUS; BAD_INPUT if its last day has passed; BENEFICIARY_NOT_READY naming what
   * is missing; PARTNERS_OFF; CHANGED_MEANWHILE if it changed since it was read
   */
  approve(actor: Actor, id: string, readAt: Date | null): Promise<ManagedCampaign> {
    return this.transition(actor, id, 'campaign:review', 'live', {
      from: 'in_review',
      before: async (tx, campaign) => {
        requireRead(campaign, readAt);
        this.requireTime(campaign);
        await this.requireReady(tx, campaign);
        const slug = await campaignSlugFor(tx, campaign, campaign.title);
        await tx.manager.update(Campaign, id, { slug, reviewNote: null });
      },
      after: (tx, campaign, change) => this.mails.toOrganizer(tx, 'campaign-approved', campaign, change),
    });
  }

  /** @throws Refusal NOT_FOUND; CAMPAIGN_STATUS; BAD_INPUT without a note */
  requestChanges(actor: Actor, { id, note }: CampaignNoteInput): Promise<ManagedCampaign> {
    return this.transition(actor, id, 'campaign:review', 'changes_requested', {
      note: typedText('note', note, 2_000),
      after: (tx, campaign, change) => this.mails.toOrganizer(tx, 'campaign-changes-requested', campaign, change),
    });
  }

  /** @throws Refusal NOT_FOUND; CAMPAIGN_STATUS; BAD_INPUT without a note */
  refuse(actor: Actor, { id, note }: CampaignNoteInput): Promise<ManagedCampaign> {
    return this.transition(actor, id, 'campaign:review', 'refused', {
      note: typedText('note', note, 2_000),
      after: (tx, campaign, change) => this.mails.toOrganizer(tx, 'campaign-refused', campaign, change),
    });
  }

  /**
   * The campaign stays public.
   * @throws Refusal NOT_FOUND; CAMPAIGN_STATUS; BAD_INPUT
   */
  pause(actor: Actor, { id, note }: CampaignNoteInput): Promise<ManagedCampaign> {
    return this.transition(actor, id, 'campaign:stop', 'paused', { note: typedText('note', note, 2_000) });
  }

  /** @throws Refusal NOT_FOUND; CAMPAIGN_STATUS; BAD_INPUT; BENEFICIARY_NOT_READY; PARTNERS_OFF */
  resume(actor: Actor, id: string): Promise<ManagedCampaign> {
    return this.transition(actor, id, 'campaign:review', 'live', {
      from: 'paused',
      before: async (tx, campaign) => {
        this.requireTime(campaign);
        await this.requireReady(tx, campaign);
      },
    });
  }

  end(actor: Actor, id: string): Promise<ManagedCampaign> {
    return this.transition(actor, id, 'campaign:stop', 'ended', {
      after: (tx, campaign, change) => this.mails.toOrganizer(tx, 'campaign-ended', campaign, change),
    });
  }

  private async transition(
    actor: Actor,
    id: string,
    permission: 'campaign:edit' | 'campaign:review' | 'campaign:stop',
    to: CampaignStatus,
    options: {
      from?: CampaignStatus;
      note?: string;
      before?: (tx: Tx, campaign: Campaign) => Promise<void>;
      after?: (tx: Tx, campaign: Campaign, change: string) => Promise<void>;
    } = {},
  ): Promise<ManagedCampaign> {
    await this.access.require(actor, permission, [id], 'This fundraiser');
    await this.db.transaction(async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (campaign.status === to) return;
      if (options.from && campaign.status !== options.from) throw transitionNotAllowed(campaign.status);
      const by = { accountId: actor.accountId, note: options.note };
      requireTransition(campaign.status, to);
      await options.before?.(tx, campaign);
      const change = await this.steps.changeStatus(tx, campaign, to, by);
      await options.after?.(tx, campaign, change);
    });
    return this.reads.byId(id);
  }

  /** Rejects a campaign whose last day has passed, because it couldn't accept gifts. */
  private requireTime({ endsOn, timeZone }: Campaign): void {
    if (endsOn && endsOn < dayIn(timeZone, this.clock.now())) throw badInput({ endsOn: 'in-the-past' });
  }

  private async requireReady(tx: Tx, { beneficiaryId, timeZone }: Campaign): Promise<void> {
    // The lock keeps the checked documents valid until this transaction commits.
    const [found] = await tx.query<{ kind: string; missing: string[] }>(
      `SELECT b.kind, fundraising.duties_missing(b.id, $2::date) AS missing
       FROM fundraising.beneficiary b WHERE b.id = $1 FOR SHARE OF b`,
      [beneficiaryId, dayIn(timeZone, this.clock.now())],
    );
    if (found?.kind !== 'partner') return;
    if (this.config.FUNDRAISING_MODE !== 'named-beneficiaries') throw partnersOffRefusal();
    if (found.missing.length > 0) {
      const missing = found.missing.map((duty) => duty.toUpperCase());
      throw new Refusal('BENEFICIARY_NOT_READY', 'This partner’s paperwork isn’t complete yet.', { missing });
    }
  }
}

/**
 * A supporter can edit during the review, so without `readAt` the reviewer is assumed to have read the submitted
 * version.
 */
function requireRead({ bySupporter, submittedAt, updatedAt }: Campaign, readAt: Date | null): void {
  const read = readAt ?? (bySupporter ? submittedAt : null);
  if (read && updatedAt > read) throw conflictRefusal();
}
