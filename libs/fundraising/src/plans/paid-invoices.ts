import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { ChargeClaims, type ChargeClaim } from '../stripe/charge-claims.js';
import { idOf } from '../stripe/checkout.js';
import { StripeEvents, type Applied } from '../stripe/stripe-events.js';
import { holdPlan } from './held-plan.js';
import type { InvoiceFacts } from './invoice-facts.js';
import { MonthlyGifts } from './monthly-gifts.js';
import { StripePlans, type Look } from './stripe-plans.js';

interface PaidMonth {
  invoice: InvoiceFacts;
  look: Look | null;
}

/** The one source of recurring gifts: each invoice that was paid is a gift; the first one pays the gift that began it. */
@Injectable()
export class PaidInvoices implements ChargeClaim, OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly gifts: MonthlyGifts,
    private readonly plans: StripePlans,
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

  /** A charge in Stripe's list whose invoice we never heard of: booked as its event would have been. */
  async claim(charge: Stripe.Charge): Promise<boolean> {
    const intent = idOf(charge.payment_intent);
    const invoice = intent ? await this.plans.invoiceOf(intent) : null;
    const month = invoice && (await this.monthOf(invoice.invoiceId));
    if (!month || month.invoice.chargeId !== charge.id) return false;
    const [plan] = await this.db.query('SELECT FROM fundraising.plan WHERE id = $1', [month.invoice.planId]);
    if (!plan) return false;
    await this.db.transaction((tx) => this.book(tx, month));
    return true;
  }

  private async monthOf(invoiceId: string | null | undefined): Promise<PaidMonth | null> {
    const invoice = invoiceId ? await this.plans.invoice(invoiceId) : null;
    if (!invoice?.isPaid || !invoice.chargeId || invoice.amount === 0n) return null;
    return { invoice, look: await this.plans.look(invoice.subscriptionId) };
  }

  private async book(tx: Tx, { invoice, look }: PaidMonth): Promise<Applied> {
    const plan = await holdPlan(tx, invoice.planId);
    if (!plan) return 'nothing-to-do';
    const applied = await this.gifts.book(tx, plan, invoice);
    if (look) await this.gifts.sync.apply(tx, look);
    return applied;
  }
}
