import { Injectable } from '@nestjs/common';
import { Clock, JobQueue, type Tx } from '@upstander/platform';
import { GiftBooking } from '../gifts/gift-booking.js';
import { ringAfterMoney } from '../stripe/money-bells.js';
import type { Applied } from '../stripe/stripe-events.js';
import type { HeldPlan } from './held-plan.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { PlanSync } from './plan-sync.js';
import { splitOf, type Split } from './subscription-facts.js';

/** Makes the gift of a paid month, and books it. */
@Injectable()
export class MonthlyGifts {
  constructor(
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly booking: GiftBooking,
    readonly sync: PlanSync,
  ) {}

  /** One gift for an invoice, however often it is told: the plan is locked, and the invoice's id is unique. */
  async book(tx: Tx, plan: HeldPlan, invoice: InvoiceFacts): Promise<Applied> {
    const gift =
      (await this.known(tx, invoice)) ?? (await this.first(tx, plan, invoice)) ?? (await this.next(tx, plan, invoice));
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
    tx.afterCommit(() => ringAfterMoney(this.queue));
    return 'applied';
  }

  private async known(tx: Tx, invoice: InvoiceFacts): Promise<string | null> {
    const [gift] = await tx.query<{ id: string }>('SELECT id FROM fundraising.gift WHERE invoice_id = $1', [
      invoice.invoiceId,
    ]);
    return gift?.id ?? null;
  }

  private async first(tx: Tx, plan: HeldPlan, invoice: InvoiceFacts): Promise<string | null> {
    if (!invoice.isFirst || !plan.firstGiftId) return null;
    const [gift] = await tx.query<{ id: string }>(
      'UPDATE fundraising.gift SET invoice_id = $2 WHERE id = $1 AND invoice_id IS NULL RETURNING id',
      [plan.firstGiftId, invoice.invoiceId],
    );
    return gift?.id ?? null;
  }

  private async next(tx: Tx, plan: HeldPlan, invoice: InvoiceFacts): Promise<string> {
    const now = { intended: BigInt(plan.intendedMinor), cover: BigInt(plan.coverMinor) };
    // An invoice that carries no split was made before the first change: it is divided as the first month was.
    const own = invoice.split ?? (await this.firstSplit(tx, plan));
    const { intended, cover } = splitOf(invoice.amount, [own, now]);
    // A month begins with its payment, however late we are told of it.
    const happened = invoice.paidAt ?? this.clock.now();
    const [gift] = await tx.query<{ id: string }>(
      `INSERT INTO fundraising.gift (campaign_id, page_id, plan_id, donor_id, name, anonymous, locale, updates_wanted,
         method, source, status, currency, intended_minor, cover_minor, charged_minor, invoice_id, created_at, shown_as)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'stripe', 'plan', 'pending', $9, $10, $11, $12, $13, $14, $15) RETURNING id`,
      [
        ...[plan.campaignId, plan.pageId, plan.id, plan.donorId, plan.name, plan.anonymous, plan.locale],
        ...[plan.updatesWanted, invoice.currency, String(intended), String(cover), String(intended + cover)],
        ...[invoice.invoiceId, happened, plan.shownAs],
      ],
    );
    return gift!.id;
  }

  private async firstSplit(tx: Tx, plan: HeldPlan): Promise<Split | null> {
    const [gift] = await tx.query<{ intended: string; cover: string }>(
      'SELECT intended_minor AS intended, cover_minor AS cover FROM fundraising.gift WHERE id = $1',
      [plan.firstGiftId],
    );
    return gift ? { intended: BigInt(gift.intended), cover: BigInt(gift.cover) } : null;
  }
}
