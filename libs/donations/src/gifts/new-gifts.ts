import { Injectable } from '@nestjs/common';
import { pendingColumns, Gift } from '@upstander/accounting';
import { badInput, Clock, selectList, Config, keyReused, Refusal, type Tx } from '@upstander/platform';
import { positiveAmount } from '@upstander/ledger';
import { maxGiftMinor, smallestCover, smallestStep } from '@upstander/money';
import { GiftGate } from './gift-gate.js';
import type { GiftForm } from './intent.js';
import { OpenCampaigns, type OpenCampaign } from './open-campaigns.js';

const newGiftColumns = [...pendingColumns, 'tokenVersion', 'checkoutUrl'] as const;

export type NewGift = Pick<Gift, (typeof newGiftColumns)[number]>;

const columns = selectList(Gift, 'g', newGiftColumns);

@Injectable()
export class NewGifts {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly campaigns: OpenCampaigns,
    private readonly gate: GiftGate,
  ) {}

  /**
   * Creates a gift (and its recurring gift if monthly), or returns the one created with this key.
   * @throws Refusal BAD_INPUT; NOT_FOUND; CAMPAIGN_CLOSED; GIFT_TOO_SMALL; GIFT_TOO_LARGE; IDEMPOTENCY_KEY_REUSED;
   * refusals of the gate
   */
  async begin(tx: Tx, intent: GiftForm, request: { address: string; challenge: string | null }): Promise<NewGift> {
    if (intent.key) {
      // A double click waits here for the first request and then finds its gift.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('gift ' || $1, 0))`, [intent.key]);
      const existing = await this.findByKey(tx, intent);
      if (existing) return existing;
    }
    const campaign = await this.campaigns.find(tx, intent.campaignSlug, intent.pageSlug);
    const intendedMinor = this.amountOf(intent, campaign);
    const rates = { percent: this.config.STRIPE_FEE_PERCENT, fixedMinor: this.config.STRIPE_FEE_FIXED_MINOR };
    const cover = intent.coverFee ? smallestCover(intendedMinor, rates, smallestStep(campaign.currency)) : 0n;
    const { email, currency } = intent;
    const at = this.clock.now();
    await this.gate.admit(tx, { ...request, email, currency, chargedMinor: intendedMinor + cover, at });
    return this.write(tx, intent, campaign, { intended: intendedMinor, cover });
  }

  private async findByKey(tx: Tx, intent: GiftForm): Promise<NewGift | null> {
    const [gift] = await tx.query<NewGift & Pick<Gift, 'inputHash'>>(
      `SELECT ${columns}, g.input_hash AS "inputHash" FROM fundraising.gift g WHERE g.idempotency_key = $1`,
      [intent.key],
    );
    if (gift && !(intent.hash && gift.inputHash?.equals(intent.hash))) throw keyReused();
    return gift ?? null;
  }

  private amountOf(intent: GiftForm, campaign: OpenCampaign): bigint {
    const amount = positiveAmount(intent, campaign.currency);
    const minimumMinor = BigInt(this.config.MINIMUM_GIFT_MINOR);
    if (amount < minimumMinor) {
      throw new Refusal('GIFT_TOO_SMALL', 'That’s below the minimum gift.', {
        minimumMinor: this.config.MINIMUM_GIFT_MINOR,
        currency: campaign.currency,
      });
    }
    if (amount > maxGiftMinor) throw badInput({ amount: 'too-large' }, 'For a gift this large, please write to us.');
    return amount;
  }

  private async write(
    tx: Tx,
    intent: GiftForm,
    campaign: OpenCampaign,
    { intended: intendedMinor, cover }: { intended: bigint; cover: bigint },
  ): Promise<NewGift> {
    const at = this.clock.now();
    const amounts = [campaign.currency, intendedMinor, cover, intendedMinor + cover];
    const [donor] = await tx.query<{ id: string }>('SELECT fundraising.donor_of($1, $2, $3) AS id', [
      intent.email,
      intent.locale,
      at,
    ]);
    if (!donor) throw new Error('The new donor was not returned.');
    const [recurringGift] =
      intent.frequency === 'monthly'
        ? await tx.query<{ id: string }>(
            `INSERT INTO fundraising.recurring_gift (campaign_id, page_id, donor_id, name, anonymous, locale, updates_wanted,
               currency, intended_minor, cover_minor, charged_minor, status, created_at, shown_as)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'pending', $12, $13) RETURNING id`,
            [
              campaign.id,
              campaign.pageId,
              donor.id,
              intent.name,
              intent.anonymous,
              intent.locale,
              intent.updatesWanted,
              ...amounts,
              at,
              intent.shownAs,
            ],
          )
        : [];
    const [gift] = await tx.query<NewGift>(
      `INSERT INTO fundraising.gift AS g (campaign_id, page_id, donor_id, name, anonymous, locale, updates_wanted,
         currency, intended_minor, cover_minor, charged_minor, created_at, recurring_gift_id, message, employer_match_note,
         idempotency_key, input_hash, shown_as, method, source, status)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'stripe', 'site', 'pending')
       RETURNING ${columns}`,
      [
        campaign.id,
        campaign.pageId,
        donor.id,
        intent.name,
        intent.anonymous,
        intent.locale,
        intent.updatesWanted,
        ...amounts,
        at,
        recurringGift?.id ?? null,
        intent.message,
        intent.employerMatchNote,
        intent.key,
        intent.hash,
        intent.shownAs,
      ],
    );
    if (!gift) throw new Error('The new gift was not returned.');
    if (recurringGift)
      await tx.query('UPDATE fundraising.recurring_gift SET first_gift_id = $2 WHERE id = $1', [
        recurringGift.id,
        gift.id,
      ]);
    return gift;
  }
}
