import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  Idempotency,
  inputFrom,
  isUuid,
  Refusal,
  slugBase,
  type Tx,
  typedLine,
  violatedConstraint,
  type Acknowledgement,
} from '@upstander/platform';
import { beneficiaryLocked } from '../beneficiaries/beneficiaries.service.js';
import { ownBeneficiary } from '../beneficiaries/own-beneficiary.js';
import { detailsFrom } from './campaign-details.js';
import { lockCampaign, insertCampaign, updateCampaign } from './campaign-store.js';
import { CampaignStatusChange } from './campaign-status-change.entity.js';
import { Campaign } from './campaign.entity.js';
import { UpdateCampaignInput, type CreateCampaignInput, type SetCampaignCoverInput } from './campaign.input.js';
import type { ManagedCampaign } from './managed-campaign.js';
import { ManagedCampaigns } from './managed-campaigns.service.js';
import { partnersOffRefusal } from './partners-not-allowed.js';
import { campaignSlugFor, claimCampaignSlug } from './slugs.js';

@Injectable()
export class CampaignDrafts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly reads: ManagedCampaigns,
  ) {}

  /**
   * Creates a draft in one of the actor's chapters, or for the organization if their role covers it.
   * @throws Refusal BAD_INPUT naming the field; NOT_FOUND for a chapter that isn't theirs; PARTNERS_OFF
   */
  async create(actor: Actor, input: CreateCampaignInput): Promise<ManagedCampaign> {
    await this.requireChapter(actor, input.chapterId ?? null);
    const now = this.clock.now();
    const { idempotencyKey, ...written } = input;
    const call = {
      operation: 'createCampaign',
      actorKey: String(actor.accountId),
      key: idempotencyKey,
      input: written,
    };
    const id = await this.idempotency.transaction(call, async (tx) => {
      const standard = { beneficiaryId: await ownBeneficiary(tx, this.config, now) };
      const details = detailsFrom(input, standard, { currencies: this.config.CURRENCIES, now });
      await this.requireBeneficiary(tx, details.beneficiaryId);
      const slug = await claimCampaignSlug(tx, slugBase(details.title, 'fundraiser'));
      const chapterId = input.chapterId?.toLowerCase() ?? null;
      const made = { slug, chapterId, status: 'draft', bySupporter: false } as const;
      return insertCampaign(tx, details, { ...made, organizerAccountId: actor.accountId }, now);
    });
    return this.reads.byId(id);
  }

  /**
   * The slug follows the title until the campaign has been public.
   * @throws Refusal NOT_FOUND; BAD_INPUT; CHANGED_MEANWHILE with the current values; CAMPAIGN_STATUS once ended or
   * declined; BENEFICIARY_LOCKED after the first gift
   */
  async update(actor: Actor, input: UpdateCampaignInput): Promise<ManagedCampaign> {
    await this.access.require(actor, 'campaign:edit', [input.id], 'This fundraiser');
    await this.db
      .transaction(async (tx) => {
        const before = await lockCampaign(tx, input.id);
        if (before.status === 'ended' || before.status === 'refused') throw endedRefusal();
        if (typeof input.version === 'number' && input.version !== before.version) throw conflictRefusal(before);
        const now = this.clock.now();
        const after = detailsFrom(input, before, { currencies: this.config.CURRENCIES, now });
        if (after.beneficiaryId !== before.beneficiaryId) await this.requireBeneficiary(tx, after.beneficiaryId);
        const slug = await campaignSlugFor(tx, before, after.title);
        await updateCampaign(tx, before, { ...after, slug }, now);
      })
      .catch((error: unknown) => {
        // Raised by db/functions/fundraising/keep_beneficiary.sql
        throw violatedConstraint(error) === 'beneficiary_locked' ? beneficiaryLocked() : error;
      });
    return this.reads.byId(input.id);
  }

  /** A draft was never public, so nothing refers to it. @throws Refusal NOT_FOUND; CAMPAIGN_STATUS */
  async delete(actor: Actor, id: string): Promise<Acknowledgement> {
    await this.access.require(actor, 'campaign:edit', [id], 'This fundraiser');
    await this.db.transaction(async (tx) => {
      const { status } = await lockCampaign(tx, id);
      if (status !== 'draft') throw new Refusal('CAMPAIGN_STATUS', 'Only drafts can be deleted.', { status });
      await tx.manager.delete(CampaignStatusChange, { campaignId: id });
      await tx.manager.delete(Campaign, id);
    });
    return { ok: true };
  }

  /** @throws Refusal NOT_FOUND; BAD_INPUT if the file is not a cover image or has no alt text */
  async setCover(actor: Actor, input: SetCampaignCoverInput): Promise<ManagedCampaign> {
    await this.access.require(actor, 'campaign:edit', [input.id], 'This fundraiser');
    const alt = input.fileId ? typedLine('alt', input.alt ?? '', 300) : '';
    await this.db.transaction(async (tx) => {
      await lockCampaign(tx, input.id);
      if (input.fileId) {
        const sql = `SELECT FROM fundraising.file WHERE id = $1 AND purpose = 'cover'`;
        const [picture] = isUuid(input.fileId) ? await tx.query(sql, [input.fileId]) : [];
        if (!picture) throw badInput({ fileId: 'not-a-cover' });
      }
      const cover = { coverFileId: input.fileId ?? null, coverAlt: alt, updatedAt: this.clock.now() };
      await tx.manager.update(Campaign, input.id, cover);
    });
    return this.reads.byId(input.id);
  }

  private async requireChapter(actor: Actor, chapterId: string | null): Promise<void> {
    if (chapterId) return this.access.require(actor, 'chapter:raise-funds', [chapterId], 'This chapter');
    if (this.access.chaptersOf(actor, 'chapter:raise-funds') === 'all') return;
    throw new Refusal('NOT_ALLOWED', 'Choose one of your chapters.');
  }

  /** Rejects archived beneficiaries, and partners if the organization only raises money for itself. */
  private async requireBeneficiary(tx: Tx, id: string): Promise<void> {
    const [found] = await tx.query<{ kind: string }>(
      'SELECT kind FROM fundraising.beneficiary WHERE id = $1 AND archived_at IS NULL',
      [id],
    );
    if (!found) throw badInput({ beneficiaryId: 'not-there' });
    if (found.kind === 'partner' && this.config.FUNDRAISING_MODE !== 'named-beneficiaries') throw partnersOffRefusal();
  }
}

function conflictRefusal(campaign: Campaign): Refusal {
  const { version, updatedAt, goalMinor, currency } = campaign;
  return new Refusal('CHANGED_MEANWHILE', 'Someone else changed this in the meantime.', {
    version,
    changedAt: updatedAt.toISOString(),
    changedBy: null,
    values: { ...inputFrom(UpdateCampaignInput, campaign), goal: { amountMinor: Number(goalMinor), currency } },
  });
}

function endedRefusal(): Refusal {
  return new Refusal('CAMPAIGN_STATUS', 'This fundraiser is over.');
}
