import { Injectable } from '@nestjs/common';
import { GivingUrls } from '@upstander/accounting';
import { Access, type Actor } from '@upstander/identity';
import { Ledger, money, type Entry } from '@upstander/ledger';
import { DisputeReads, RefundReads } from '@upstander/payments';
import { Database, notFound } from '@upstander/platform';
import { giftColumns, giftSource, managedGiftFrom, type GiftRecord } from './gift-columns.js';
import { giftDetailColumns, receiptsFrom, type GiftDetailColumns } from './gift-rest.js';
import { timelineOf, type GiftTimelineSource } from './gift-timeline.js';
import type { GiftLedgerEntry, ManagedGiftDetails } from './managed-gift.js';

@Injectable()
export class GiftDetails {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly ledger: Ledger,
    private readonly refunds: RefundReads,
    private readonly disputes: DisputeReads,
    private readonly urls: GivingUrls,
  ) {}

  /**
   * Returns a gift. Without access to the donor, documents, notes and dedications are left out.
   * @throws Refusal NOT_FOUND
   */
  async findGiftDetails(actor: Actor, id: string): Promise<ManagedGiftDetails> {
    await this.access.require(actor, 'gift:read', [id], 'This gift');
    const chapters = this.access.chaptersOf(actor, 'gift:see-donor');
    const seesDonorSql = '($2 OR coalesce(c.chapter_id = ANY ($3::uuid[]), false))';
    const [record] = await this.db.query<GiftRecord & GiftDetailColumns>(
      `SELECT ${giftColumns(seesDonorSql)}, ${giftDetailColumns} FROM ${giftSource} WHERE g.id = $1`,
      [id, chapters === 'all', chapters === 'all' ? [] : chapters],
    );
    if (!record) throw notFound('This gift');
    return this.details(record);
  }

  private async details(record: GiftRecord & GiftDetailColumns): Promise<ManagedGiftDetails> {
    const { canSeeDonor } = record;
    const gift = managedGiftFrom(record);
    const refunds = canSeeDonor ? await this.refunds.findByGift(gift.id) : [];
    const disputes = canSeeDonor ? await this.disputes.findByGift(gift.id) : [];
    const entries = canSeeDonor ? await this.ledger.transactionsOf([gift.id]) : [];
    const receipts = canSeeDonor ? receiptsFrom(record, this.urls) : [];
    const activeRefunds = refunds.filter(({ status }) => status !== 'declined' && status !== 'failed');
    const unavailableMinor = activeRefunds.reduce((sum, { amount }) => sum + amount.amountMinor, gift.lost.amountMinor);
    // A sponsor may wish to remain anonymous, so only finance sees the name.
    const matches = canSeeDonor ? matchesFrom(record) : [];
    const refundable = canSeeDonor && gift.paidAt && gift.status !== 'disputed' && gift.status !== 'cancelled';
    return {
      ...gift,
      ...(!canSeeDonor && hiddenDonorFields),
      refundable: money(
        refundable && gift.method !== 'in_kind' ? gift.charged.amountMinor - unavailableMinor : 0n,
        gift.currency,
      ),
      goodsValue: money(record.goodsValueMinor, gift.currency),
      recordedBy: record.recordedBy,
      timeline: timelineOf({
        ...gift,
        ...record,
        intended: gift.intended,
        charged: gift.charged,
        refunds,
        disputes,
        receipts,
        matchChanges: matchChangesOf(entries, record.matches),
        ...(!canSeeDonor && { warnings: [], lines: [], chargeId: null, checkoutSessionId: null }),
        payout: canSeeDonor ? record.payoutRow : null,
      }),
      ledger: entries.map(entryOf),
      refunds,
      disputes,
      receipts,
      matches,
      payout: canSeeDonor && record.payoutRow ? payoutFrom(record.payoutRow) : null,
      dedication: canSeeDonor ? record.dedication : null,
    };
  }
}

const hiddenDonorFields = {
  externalRef: null,
  employerMatchNote: '',
  chargeId: null,
  paymentIntentId: null,
  donorGifts: 0,
};

function matchesFrom({ matches, currency }: GiftRecord & GiftDetailColumns): ManagedGiftDetails['matches'] {
  return matches
    .filter(({ amountMinor }) => amountMinor !== '0')
    .map(({ amountMinor, matchedAt, ...match }) => ({
      ...match,
      matchedAt: new Date(matchedAt),
      amount: money(amountMinor, currency),
    }));
}

/** Returns every change of a match from the ledger. The match row only has the current amount. */
function matchChangesOf(
  entries: readonly Entry[],
  matches: GiftDetailColumns['matches'],
): GiftTimelineSource['matchChanges'] {
  return entries.flatMap(({ happenedAt: at, postings }) =>
    postings
      .filter(({ kind }) => kind === 'matching-receivable')
      .map(({ ownerId, amountMinor, currency }) => ({
        at,
        amount: money(amountMinor, currency),
        sponsorName: matches.find(({ poolId }) => poolId === ownerId)?.sponsorName ?? null,
      })),
  );
}

function payoutFrom(row: NonNullable<GiftDetailColumns['payoutRow']>): NonNullable<ManagedGiftDetails['payout']> {
  const { id, stripePayoutId, status, arrivesOn, statementDate } = row;
  return { id, stripePayoutId, status, arrivesOn, confirmed: statementDate !== null };
}

function entryOf({ postings, ...entry }: Entry): GiftLedgerEntry {
  return {
    ...entry,
    postings: postings.map(({ kind, amountMinor, currency }) => ({
      account: kind,
      debit: amountMinor > 0n ? money(amountMinor, currency) : null,
      credit: amountMinor < 0n ? money(-amountMinor, currency) : null,
    })),
  };
}
