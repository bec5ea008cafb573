import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Applied, type ChargeClaim, ChargeClaims, idOf, StripeEvents } from '@upstander/payments';
import { Database, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { lockRecurringGift } from './locked-recurring-gift.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { RecurringGiftPayments } from './recurring-gift-payments.js';
import { StripeSubscriptions, type SubscriptionReading } from './stripe-subscriptions.js';

interface PaidMonth {
  invoice: InvoiceFacts;
  reading: SubscriptionReading | null;
}

/** The first invoice pays the gift that started the recurring gift. */
@Injectable()
export class PaidInvoices implements ChargeClaim, OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly gifts: RecurringGiftPayments,
    private readonly recurringGifts: StripeSubscriptions,
    private readonly events: StripeEvents,
    private readonly claims: ChargeClaims,
  ) {}

  onModuleInit(): void {
    this.claims.register(this);
    this.events.register<PaidMonth | null>({
      types: ['invoice.paid'],
      prepare: (event) => this.monthOf(event.type === 'invoice.paid' ? event.data.object.id : null),
      apply: (tx, _event, month) => (month ? this.book(tx, month) : Promise.resolve('nothing-to-do')),
    });
  }

  /** Books a listed charge whose invoice event never arrived, as the event would have. */
  async claim(charge: Stripe.Charge): Promise<boolean> {
    const intent = idOf(charge.payment_intent);
    const invoice = intent ? await this.recurringGifts.invoiceOf(intent) : null;
    const month = invoice && (await this.monthOf(invoice.invoiceId));
    if (!month || month.invoice.chargeId !== charge.id) return false;
    const [recurringGift] = await this.db.query('SELECT FROM fundraising.recurring_gift WHERE id = $1', [
      month.invoice.recurringGiftId,
    ]);
    if (!recurringGift) return false;
    await this.db.transaction((tx) => this.book(tx, month));
    return true;
  }

  private async monthOf(invoiceId: string | null | undefined): Promise<PaidMonth | null> {
    const invoice = invoiceId ? await this.recurringGifts.invoice(invoiceId) : null;
    if (!invoice?.isPaid || !invoice.chargeId || invoice.amount === 0n) return null;
    return { invoice, reading: await this.recurringGifts.readSubscription(invoice.subscriptionId) };
  }

  private async book(tx: Tx, { invoice, reading }: PaidMonth): Promise<Applied> {
    const recurringGift = await lockRecurringGift(tx, invoice.recurringGiftId);
    if (!recurringGift) return 'nothing-to-do';
    const outcome = await this.gifts.book(tx, recurringGift, invoice);
    if (reading) await this.gifts.sync.apply(tx, reading);
    return outcome;
  }
}
