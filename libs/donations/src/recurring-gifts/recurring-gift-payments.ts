import { Injectable } from '@nestjs/common';
import { type Applied, enqueuePaymentJobs, GiftBooking } from '@upstander/payments';
import { Clock, JobQueue, type Tx } from '@upstander/platform';
import type { LockedRecurringGift } from './locked-recurring-gift.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { RecurringGiftSync } from './recurring-gift-sync.js';
import { splitOf, type AmountSplit } from './subscription-facts.js';

@Injectable()
export class RecurringGiftPayments {
  constructor(
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly booking: GiftBooking,
    readonly sync: RecurringGiftSync,
  ) {}

  /**
   * Books one gift per invoice, however often it is reported: the recurring gift is locked and the
   * invoice ID is unique.
   */
  async book(tx: Tx, recurringGift: LockedRecurringGift, invoice: InvoiceFacts): Promise<Applied> {
    const gift =
      (await this.findByInvoice(tx, invoice)) ??
      (await this.claimFirstGift(tx, recurringGift, invoice)) ??
      (await this.insertGift(tx, recurringGift, invoice));
    const [outcome] = await this.booking.book(tx, [
      {
        gift,
        charge: invoice.chargeId!,
        payment_intent: invoice.paymentIntentId,
        amount: String(invoice.amount),
        currency: invoice.currency,
        happened: invoice.paidAt ?? this.clock.now(),
      },
    ]);
    if (outcome !== 'applied') return 'nothing-to-do';
    tx.afterCommit(() => enqueuePaymentJobs(this.queue));
    return 'applied';
  }

  private async findByInvoice(tx: Tx, invoice: InvoiceFacts): Promise<string | null> {
    const [gift] = await tx.query<{ id: string }>('SELECT id FROM fundraising.gift WHERE invoice_id = $1', [
      invoice.invoiceId,
    ]);
    return gift?.id ?? null;
  }

  private async claimFirstGift(
    tx: Tx,
    recurringGift: LockedRecurringGift,
    invoice: InvoiceFacts,
  ): Promise<string | null> {
    if (!invoice.isFirst || !recurringGift.firstGiftId) return null;
    const [gift] = await tx.query<{ id: string }>(
      'UPDATE fundraising.gift SET invoice_id = $2 WHERE id = $1 AND invoice_id IS NULL RETURNING id',
      [recurringGift.firstGiftId, invoice.invoiceId],
    );
    return gift?.id ?? null;
  }

  private async insertGift(tx: Tx, recurringGift: LockedRecurringGift, invoice: InvoiceFacts): Promise<string> {
    const now = { intended: BigInt(recurringGift.intendedMinor), cover: BigInt(recurringGift.coverMinor) };
    // An invoice without a split predates the first change, so it is split like the first month.
    const ownSplit = invoice.split ?? (await this.findFirstSplit(tx, recurringGift));
    const { intended, cover } = splitOf(invoice.amount, [ownSplit, now]);
    // The month starts when it was paid, even if its event arrives late.
    const happenedAt = invoice.paidAt ?? this.clock.now();
    const [gift] = await tx.query<{ id: string }>(
      `INSERT INTO fundraising.gift (campaign_id, page_id, recurring_gift_id, donor_id, name, anonymous, locale, updates_wanted,
         method, source, status, currency, intended_minor, cover_minor, charged_minor, invoice_id, created_at, shown_as)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'stripe', 'recurring_gift', 'pending', $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
      [
        recurringGift.campaignId,
        recurringGift.pageId,
        recurringGift.id,
        recurringGift.donorId,
        recurringGift.name,
        recurringGift.anonymous,
        recurringGift.locale,
        recurringGift.updatesWanted,
        invoice.currency,
        String(intended),
        String(cover),
        String(intended + cover),
        invoice.invoiceId,
        happenedAt,
        recurringGift.shownAs,
      ],
    );
    return gift!.id;
  }

  private async findFirstSplit(tx: Tx, recurringGift: LockedRecurringGift): Promise<AmountSplit | null> {
    const [gift] = await tx.query<{ intended: string; cover: string }>(
      'SELECT intended_minor AS intended, cover_minor AS cover FROM fundraising.gift WHERE id = $1',
      [recurringGift.firstGiftId],
    );
    return gift ? { intended: BigInt(gift.intended), cover: BigInt(gift.cover) } : null;
  }
}
