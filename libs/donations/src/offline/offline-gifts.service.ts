import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { amountFault } from '@upstander/ledger';
import { badInput, Clock, Idempotency, readInput, Refusal, refuseFaults, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { GiftDetails } from '../gifts/gift-details.service.js';
import type { ManagedGift } from '../gifts/managed-gift.js';
import { markPledgeKept } from '../pledges/keep-pledge.js';
import { campaignForMoney, receiptDate, type CampaignForMoney } from '../gifts/campaign-for-money.js';
import { OfflineBooking, type OfflineDraft } from './offline-booking.js';
import { RecordOfflineGiftInput } from './record-offline-gift.input.js';
import { optionalLine } from './optional-line.js';

@Injectable()
export class OfflineGifts {
  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly booking: OfflineBooking,
    private readonly details: GiftDetails,
  ) {}

  /**
   * Records a received gift; the same key returns the same gift.
   * @throws Refusal NOT_FOUND; CAMPAIGN_NOT_OPEN; GIFT_RECORDED_ALREADY for a duplicate reference; PLEDGE_NOT_OPEN;
   * BAD_INPUT
   */
  async record(actor: Actor, input: RecordOfflineGiftInput): Promise<ManagedGift> {
    await this.access.require(actor, 'campaign:record-gift', [input.campaignId], 'This fundraiser');
    const call = { operation: 'recordOfflineGift', actorKey: actor.accountId ?? '', key: input.idempotencyKey, input };
    const id = await this.idempotency.transaction(call, (tx) => this.write(tx, actor, input));
    return this.details.findGiftDetails(actor, id);
  }

  private async write(tx: Tx, actor: Actor, input: RecordOfflineGiftInput): Promise<string> {
    const now = this.clock.now();
    const campaign = await campaignForMoney(tx, input.campaignId, now);
    const draft = await this.draftOf(tx, actor, input, campaign);
    const bookedIds = await this.booking.book(tx, [draft]);
    if (!bookedIds.has(draft.id)) {
      throw new Refusal(
        'GIFT_RECORDED_ALREADY',
        'A gift with this reference is already recorded. If this is a different gift, give it its own reference.',
      );
    }
    if (input.pledgeId) {
      await markPledgeKept(tx, { pledgeId: input.pledgeId, giftId: draft.id, campaignId: campaign.id });
    }
    return draft.id;
  }

  private async draftOf(
    tx: Tx,
    actor: Actor,
    input: RecordOfflineGiftInput,
    campaign: CampaignForMoney,
  ): Promise<OfflineDraft> {
    const { values, faults } = readInput(RecordOfflineGiftInput, input);
    const inKind = input.method === 'in_kind';
    const { currency } = campaign;
    if (!values.name) faults['name'] = 'required';
    if (inKind && !values.inKindDescription) faults['inKindDescription'] = 'required';
    if (inKind && input.pledgeId) faults['pledgeId'] = 'not-for-a-gift-in-kind';
    if (inKind === Boolean(input.amount)) faults['amount'] = inKind ? 'not-for-a-gift-in-kind' : 'required';
    for (const field of ['amount', 'goodsValue'] as const) {
      const fault = input[field] && amountFault(input[field], currency);
      if (fault) faults[field] ??= fault;
    }
    refuseFaults(faults);
    const reference = optionalLine('reference', input.reference, 120);
    return {
      id: randomUUID(),
      campaign: campaign.id,
      page: await this.pageOf(tx, values.pageId, campaign.id),
      name: values.name,
      email: input.email ?? null,
      anonymous: input.anonymous,
      locale: input.locale ?? campaign.language,
      method: input.method,
      source: 'offline',
      currency,
      intended: String(input.amount?.amountMinor ?? 0n),
      inKind: inKind ? values.inKindDescription : '',
      goodsDescription: values.goodsDescription,
      goodsValue: String(input.goodsValue?.amountMinor ?? 0n),
      externalRef: reference ? `${input.method}:${reference.toLowerCase()}` : null,
      recordedBy: actor.accountId!,
      paidAt: await receiptDate(tx, campaign, input.receivedOn, this.clock.now()),
    };
  }

  private async pageOf(tx: Tx, pageId: string | null, campaignId: string): Promise<string | null> {
    if (!pageId) return null;
    const [page] = await tx.query<{ id: string }>(
      'SELECT id FROM fundraising.page WHERE id::text = $1 AND campaign_id = $2',
      [pageId, campaignId],
    );
    if (!page) throw badInput({ pageId: 'not-of-this-fundraiser' });
    return page.id;
  }
}
