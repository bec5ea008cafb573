import type { Provider, Type } from '@nestjs/common';
import { CardTestingResolver } from '../card-testing/card-testing.resolver.js';
import { CardTesting } from '../card-testing/card-testing.service.js';
import { DeclinedCards } from '../card-testing/declined-cards.js';
import { GiftChallenges } from '../card-testing/gift-challenges.service.js';
import { GiftLinkMail } from '../card-testing/gift-link.mail.js';
import { GiftLinks } from '../card-testing/gift-links.service.js';
import { ChallengeSolutions } from '../card-testing/challenge-solutions.js';
import { ForgetChallenges } from '../card-testing/forget-challenges.processor.js';
import { CheckGiftImports } from '../imports/check-gift-imports.processor.js';
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
import { ChangeRecurringGifts } from './change-recurring-gifts.js';
import { RecurringGiftMails } from './mails/recurring-gift-mails.js';
import { RecurringGiftPayments } from './recurring-gift-payments.js';
import { PaidInvoices } from './paid-invoices.js';
import { RecurringGiftAccess } from './recurring-gift-access.js';
import { RecurringGiftEvents } from './recurring-gift-events.js';
import { RecurringGiftLinks } from './recurring-gift-links.service.js';
import { RecurringGiftReads } from './recurring-gift-reads.service.js';
import { RecurringGiftResolver } from './recurring-gift.resolver.js';
import { RecurringGiftSync } from './recurring-gift-sync.js';
import { StopAtStripe } from './stop-at-stripe.js';
import { StopRecurringGiftsAtStripe } from './stop-recurring-gifts.processor.js';
import { StopRecurringGifts } from './stop-recurring-gifts.service.js';
import { StripeSubscriptions } from './stripe-subscriptions.js';

export const recurringGiftsProviders: Provider[] = [
  RecurringGiftAccess,
  RecurringGiftResolver,
  RecurringGiftReads,
  RecurringGiftLinks,
  ChangeRecurringGifts,
  StopRecurringGifts,
  StopAtStripe,
  StopRecurringGiftsAtStripe,
  StripeSubscriptions,
  RecurringGiftSync,
  RecurringGiftEvents,
  PaidInvoices,
  RecurringGiftPayments,
  RecurringGiftMails,
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
  MatchingResolver,
  MatchingPools,
  PoolReads,
  SponsorPayments,
  MatchGifts,
  CardTestingResolver,
  CardTesting,
  GiftChallenges,
  GiftLinks,
  ChallengeSolutions,
  GiftLinkMail,
  DeclinedCards,
  ForgetChallenges,
];

export const recurringGiftsControllers: Type[] = [GiftImportController];
