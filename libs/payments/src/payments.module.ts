import { Module } from '@nestjs/common';
import { AccountingModule } from '@upstander/accounting';
import { NotificationsModule } from '@upstander/notifications';
import { GiftBooking } from './booking/gift-booking.js';
import { DisputeEvents } from './disputes/dispute-events.js';
import { DisputeReads } from './disputes/dispute-reads.js';
import { DisputeSync } from './disputes/dispute-sync.js';
import { DisputeResolver } from './disputes/dispute.resolver.js';
import { FraudWarnings } from './disputes/fraud-warnings.service.js';
import { PayoutEvents } from './payouts/payout-events.js';
import { PayoutSync } from './payouts/payout-sync.js';
import { PayoutResolver } from './payouts/payout.resolver.js';
import { Payouts } from './payouts/payouts.service.js';
import { BalanceLines } from './reconcile/balance-lines.js';
import { BalanceReading } from './reconcile/balance-reading.js';
import { BookBalanceTransactions } from './reconcile/book-balance-transactions.processor.js';
import { Discrepancies } from './reconcile/discrepancies.service.js';
import { DiscrepancyResolver } from './reconcile/discrepancy.resolver.js';
import { MissingFacts } from './reconcile/missing-facts.js';
import { OfflineRefunds } from './refunds/offline-refunds.js';
import { RefundEvents } from './refunds/refund-events.js';
import { RefundReads } from './refunds/refund-reads.js';
import { RefundRequests } from './refunds/refund-requests.js';
import { RefundSync } from './refunds/refund-sync.js';
import { RefundResolver } from './refunds/refund.resolver.js';
import { Refunds } from './refunds/refunds.service.js';
import { SendRefunds } from './refunds/send-refunds.processor.js';
import { ChargeClaims } from './stripe/charge-claims.js';
import { ChargeEvents } from './stripe/charge-events.js';
import { ChargeIntake } from './stripe/charge-intake.js';
import { ChargeReader } from './stripe/charge-readings.js';
import { Checkout } from './stripe/checkout.js';
import { EventIntake } from './stripe/event-intake.js';
import { PaymentAccess } from './stripe/payment-access.js';
import { PaymentMetrics } from './stripe/payment-metrics.js';
import { StripeEvents } from './stripe/stripe-events.js';
import { StripeGateway } from './stripe/stripe-gateway.js';
import { WebhookController } from './stripe/webhook.controller.js';

@Module({
  imports: [NotificationsModule, AccountingModule],
  controllers: [WebhookController],
  providers: [
    // booking
    GiftBooking,
    // disputes
    DisputeResolver,
    DisputeReads,
    DisputeSync,
    DisputeEvents,
    FraudWarnings,
    // payouts
    PayoutResolver,
    Payouts,
    PayoutSync,
    PayoutEvents,
    // reconcile
    DiscrepancyResolver,
    BalanceLines,
    MissingFacts,
    BalanceReading,
    BookBalanceTransactions,
    Discrepancies,
    // refunds
    RefundResolver,
    RefundReads,
    Refunds,
    RefundRequests,
    OfflineRefunds,
    RefundSync,
    RefundEvents,
    SendRefunds,
    // stripe
    StripeGateway,
    StripeEvents,
    ChargeClaims,
    Checkout,
    ChargeIntake,
    EventIntake,
    PaymentAccess,
    ChargeEvents,
    PaymentMetrics,
    ChargeReader,
  ],
  exports: [GiftBooking, DisputeReads, RefundReads, StripeGateway, StripeEvents, ChargeClaims, Checkout, ChargeReader],
})
export class PaymentsModule {}
