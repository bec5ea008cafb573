import type { Provider, Type } from '@nestjs/common';
import { CardTestingResolver } from '../card-testing/card-testing.resolver.js';
import { CardTesting } from '../card-testing/card-testing.service.js';
import { DeclinedCards } from '../card-testing/declined-cards.js';
import { DonationChallenges } from '../card-testing/donation-challenges.service.js';
import { DonationLinkMail } from '../card-testing/donation-link.mail.js';
import { DonationLinks } from '../card-testing/donation-links.service.js';
import { DonationProofs } from '../card-testing/donation-proofs.js';
import { ForgetDonationLinks } from '../card-testing/forget-donation-links.processor.js';
import { CheckGiftImports } from '../imports/check-gift-imports.processor.js';
import { CsvBody } from '../imports/csv-body.js';
import { GiftImportController } from '../imports/gift-import.controller.js';
import { GiftImportResolver } from '../imports/gift-import.resolver.js';
import { GiftImports } from '../imports/gift-imports.service.js';
import { ImportGifts } from '../imports/import-gifts.processor.js';
import { ImportReads } from '../imports/import-reads.service.js';
import { MatchingResolver } from '../matching/matching.resolver.js';
import { MatchingPools } from '../matching/matching-pools.service.js';
import { MatchGifts } from '../matching/match-gifts.processor.js';
import { PoolReads } from '../matching/pool-reads.service.js';
import { SponsorPayments } from '../matching/sponsor-payments.service.js';
import { Deposits } from '../offline/deposits.service.js';
import { OfflineBooking } from '../offline/offline-booking.js';
import { OfflineGifts } from '../offline/offline-gifts.service.js';
import { OfflineResolver } from '../offline/offline.resolver.js';
import { PledgeReads } from '../pledges/pledge-reads.service.js';
import { PledgeResolver } from '../pledges/pledge.resolver.js';
import { Pledges } from '../pledges/pledges.service.js';
import { ChangePlans } from './change-plans.js';
import { PlanMails } from './mails/plan-mails.js';
import { MonthlyGifts } from './monthly-gifts.js';
import { PaidInvoices } from './paid-invoices.js';
import { PlanAccess } from './plan-access.js';
import { PlanEvents } from './plan-events.js';
import { PlanLinks } from './plan-links.service.js';
import { PlanReads } from './plan-reads.service.js';
import { PlanResolver } from './plan.resolver.js';
import { PlanSync } from './plan-sync.js';
import { StopAtStripe } from './stop-at-stripe.js';
import { TellStripeOfStops } from './stop-plans.processor.js';
import { StopPlans } from './stop-plans.service.js';
import { StripePlans } from './stripe-plans.js';

/** What Nest makes of this folder, and of those about pledges, gifts by other ways, matches, imports and card testing. */
export const plansProviders: Provider[] = [
  PlanAccess,
  // monthly
  PlanResolver,
  PlanReads,
  PlanLinks,
  ChangePlans,
  StopPlans,
  StopAtStripe,
  TellStripeOfStops,
  StripePlans,
  PlanSync,
  PlanEvents,
  PaidInvoices,
  MonthlyGifts,
  PlanMails,
  // other ways to give, and promises
  OfflineResolver,
  OfflineBooking,
  OfflineGifts,
  Deposits,
  PledgeResolver,
  PledgeReads,
  Pledges,
  GiftImportResolver,
  GiftImports,
  ImportReads,
  CheckGiftImports,
  ImportGifts,
  CsvBody,
  // sponsors
  MatchingResolver,
  MatchingPools,
  PoolReads,
  SponsorPayments,
  MatchGifts,
  // against card testing
  CardTestingResolver,
  CardTesting,
  DonationChallenges,
  DonationLinks,
  DonationProofs,
  DonationLinkMail,
  DeclinedCards,
  ForgetDonationLinks,
];

/** The plain HTTP routes of this folder. */
export const plansControllers: Type[] = [GiftImportController];
