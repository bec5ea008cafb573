import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { positiveAmount } from '@upstander/ledger';
import { badInput, Clock, Database, Refusal, type Tx, typedKey, typedLine } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { GiftDetails } from '../gifts/gift-details.service.js';
import type { ManagedGift } from '../gifts/managed-gift.js';
import { keepPledge } from '../pledges/keep-pledge.js';
import { campaignForMoney, type CampaignForMoney } from './campaign-for-money.js';
import { OfflineBooking, type OfflineDraft } from './offline-booking.js';
import { OfflineTools } from './offline-tools.js';
import { plain } from './plain.js';
import type { RecordOfflineGiftInput } from './record-offline-gift.input.js';
import { optionalLine } from './optional-line.js';

/** Gifts in cash, by cheque, to the bank and in kind. */
@Injectable()
export class OfflineGifts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tools: OfflineTools,
    private readonly booking: OfflineBooking,
    private readonly details: GiftDetails,
  ) {}

  /**
   * Books a gift somebody has in hand; the same key again answers the same gift.
   * @throws Refusal NOT_FOUND, CAMPAIGN_NOT_OPEN, GIFT_RECORDED_ALREADY (another gift has this reference),
   *   PLEDGE_NOT_OPEN, BAD_INPUT.
   */
  async record(actor: Actor, input: RecordOfflineGiftInput): Promise<ManagedGift> {
    await this.tools.access.require(actor, 'campaign:record-gift', [input.campaignId], 'This fundraiser');
    const key = typedKey(input.idempotencyKey);
    const id = await this.db.transaction((tx) =>
      this.tools.idempotency.once(
        tx,
        { operation: 'recordOfflineGift', actorKey: actor.accountId ?? '', key, input: plain(input) },
        () => this.write(tx, actor, input),
      ),
    );
    return this.details.of(actor, id);
  }

  private async write(tx: Tx, actor: Actor, input: RecordOfflineGiftInput): Promise<string> {
    const now = this.clock.now();
    const campaign = await campaignForMoney(tx, input.campaignId, now);
    const draft = await this.draftOf(tx, actor, input, campaign);
    const made = await this.booking.book(tx, [draft]);
    if (!made.has(draft.id)) {
      throw new Refusal(
        'GIFT_RECORDED_ALREADY',
        'A gift with this reference was recorded before. If this is another one, give it a reference of its own.',
      );
    }
    if (input.pledgeId) {
      await keepPledge(tx, { pledgeId: input.pledgeId, giftId: draft.id, campaignId: campaign.id });
    }
    return draft.id;
  }

  private async draftOf(
    tx: Tx,
    actor: Actor,
    input: RecordOfflineGiftInput,
    campaign: CampaignForMoney,
  ): Promise<OfflineDraft> {
    const inKind = input.method === 'in_kind';
    if (inKind && input.amount) throw badInput({ amount: 'not-for-a-gift-in-kind' });
    if (!inKind && !input.amount) throw badInput({ amount: 'required' });
    if (inKind && input.pledgeId) throw badInput({ pledgeId: 'not-for-a-gift-in-kind' });
    const reference = optionalLine('reference', input.reference, 120);
    return {
      id: randomUUID(),
      campaign: campaign.id,
      page: await this.pageOf(tx, input.pageId, campaign.id),
      name: typedLine('name', input.name, 120),
      email: input.email ?? null,
      anonymous: input.anonymous,
      locale: input.locale ?? campaign.language,
      method: input.method,
      source: 'offline',
      currency: campaign.currency,
      intended: String(input.amount ? positiveAmount(input.amount, campaign.currency) : 0n),
      inKind: inKind ? typedLine('inKindDescription', input.inKindDescription ?? '', 500) : '',
      goodsDescription: optionalLine('goodsDescription', input.goodsDescription, 300),
      goodsValue: String(input.goodsValue ? positiveAmount(input.goodsValue, campaign.currency, 'goodsValue') : 0n),
      externalRef: reference ? `${input.method}:${reference.toLowerCase()}` : null,
      recordedBy: actor.accountId!,
      paidAt: await this.tools.received(tx, campaign, input.receivedOn),
    };
  }

  private async pageOf(tx: Tx, pageId: string | null | undefined, campaignId: string): Promise<string | null> {
    if (!pageId) return null;
    const [page] = await tx.query<{ id: string }>(
      'SELECT id FROM fundraising.page WHERE id::text = lower($1) AND campaign_id = $2',
      [pageId, campaignId],
    );
    if (!page) throw badInput({ pageId: 'not-of-this-fundraiser' });
    return page.id;
  }
}
