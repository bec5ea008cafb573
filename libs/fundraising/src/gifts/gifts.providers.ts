import type { Provider, Type } from '@nestjs/common';
import { GiftsOfPerson } from './gifts-of-person.js';
import { DisputeEvents } from '../disputes/dispute-events.js';
import { DisputeReads } from '../disputes/dispute-reads.js';
import { DisputeSync } from '../disputes/dispute-sync.js';
import { DisputeResolver } from '../disputes/dispute.resolver.js';
import { FraudWarnings } from '../disputes/fraud-warnings.service.js';
import { PayoutEvents } from '../payouts/payout-events.js';
import { PayoutSync } from '../payouts/payout-sync.js';
import { PayoutResolver } from '../payouts/payout.resolver.js';
import { Payouts } from '../payouts/payouts.service.js';
import { BalanceLines } from '../reconcile/balance-lines.js';
import { BalanceReading } from '../reconcile/balance-reading.js';
import { BookBalanceTransactions } from '../reconcile/book-balance-transactions.processor.js';
import { DiscrepancyResolver } from '../reconcile/discrepancy.resolver.js';
import { Discrepancies } from '../reconcile/discrepancies.service.js';
import { MissingFacts } from '../reconcile/missing-facts.js';
import { MoneyNeedsYou } from '../reconcile/money-needs-you.service.js';
import { OfflineRefunds } from '../refunds/offline-refunds.js';
import { RefundEvents } from '../refunds/refund-events.js';
import { RefundReads } from '../refunds/refund-reads.js';
import { RefundSync } from '../refunds/refund-sync.js';
import { RefundRequests } from '../refunds/refund-requests.js';
import { RefundResolver } from '../refunds/refund.resolver.js';
import { Refunds } from '../refunds/refunds.service.js';
import { SendRefunds } from '../refunds/send-refunds.processor.js';
import { ChargeClaims } from '../stripe/charge-claims.js';
import { ChargeIntake } from '../stripe/charge-intake.js';
import { ChargeReadings } from '../stripe/charge-readings.js';
import { Checkout } from '../stripe/checkout.js';
import { EventIntake } from '../stripe/event-intake.js';
import { PaymentEvents } from '../stripe/payment-events.js';
import { StripeEvents } from '../stripe/stripe-events.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { WebhookController } from '../stripe/webhook.controller.js';
import { Dedications } from './dedications.service.js';
import { GiftGate } from './gift-gate.js';
import { StartGifts } from './start-gifts.service.js';
import { ExpireGifts } from './expire-gifts.processor.js';
import { FailedGifts } from './failed-gifts.js';
import { GiftAccess } from './gift-access.js';
import { GiftBooking } from './gift-booking.js';
import { GiftDetails } from './gift-details.service.js';
import { GiftFailedMail } from './gift-failed.mail.js';
import { GiftList } from './gift-list.js';
import { GiftSums } from './gift-sums.service.js';
import { GiftResolver } from './gift.resolver.js';
import { ManageGiftsResolver } from './manage-gifts.resolver.js';
import { MyGifts } from './my-gifts.service.js';
import { NewGifts } from './new-gifts.js';
import { OpenCampaigns } from './open-campaigns.js';
import { PublicGifts } from './public-gifts.service.js';

export const giftsProviders: Provider[] = [
  StripeGateway,
  StripeEvents,
  ChargeClaims,
  Checkout,
  ChargeIntake,
  EventIntake,
  PaymentEvents,
  ChargeReadings,
  GiftAccess,
  GiftResolver,
  GiftGate,
  StartGifts,
  ExpireGifts,
  FailedGifts,
  GiftFailedMail,
  NewGifts,
  OpenCampaigns,
  GiftBooking,
  MyGifts,
  Dedications,
  PublicGifts,
  ManageGiftsResolver,
  GiftList,
  GiftSums,
  GiftDetails,
  GiftsOfPerson,
  RefundResolver,
  RefundReads,
  Refunds,
  RefundRequests,
  OfflineRefunds,
  RefundSync,
  RefundEvents,
  SendRefunds,
  DisputeResolver,
  DisputeReads,
  DisputeSync,
  DisputeEvents,
  FraudWarnings,
  PayoutResolver,
  Payouts,
  PayoutSync,
  PayoutEvents,
  DiscrepancyResolver,
  BalanceLines,
  MissingFacts,
  BalanceReading,
  BookBalanceTransactions,
  Discrepancies,
  MoneyNeedsYou,
];

export const giftsControllers: Type[] = [WebhookController];
