import { Module } from '@nestjs/common';
import { AccountingModule } from '@upstander/accounting';
import { FilesModule } from '@upstander/files';
import { NotificationsModule } from '@upstander/notifications';
import { PaymentsModule } from '@upstander/payments';
import { CardTestingResolver } from './card-testing/card-testing.resolver.js';
import { CardTesting } from './card-testing/card-testing.service.js';
import { ChallengeSolutions } from './card-testing/challenge-solutions.js';
import { DeclinedCards } from './card-testing/declined-cards.js';
import { ForgetChallenges } from './card-testing/forget-challenges.processor.js';
import { GiftChallenges } from './card-testing/gift-challenges.service.js';
import { GiftLinkMail } from './card-testing/gift-link.mail.js';
import { GiftLinks } from './card-testing/gift-links.service.js';
import { Dedications } from './gifts/dedications.service.js';
import { ExpireGifts } from './gifts/expire-gifts.processor.js';
import { FailedGifts } from './gifts/failed-gifts.js';
import { GiftAccess } from './gifts/gift-access.js';
import { GiftDetails } from './gifts/gift-details.service.js';
import { GiftExportController } from './gifts/gift-export.controller.js';
import { GiftFailedMail } from './gifts/gift-failed.mail.js';
import { GiftGate } from './gifts/gift-gate.js';
import { GiftList } from './gifts/gift-list.js';
import { GiftMetrics } from './gifts/gift-metrics.js';
import { GiftSums } from './gifts/gift-sums.service.js';
import { GiftResolver } from './gifts/gift.resolver.js';
import { HonoureeMail } from './gifts/honouree-mail.js';
import { ManageGiftsResolver } from './gifts/manage-gifts.resolver.js';
import { MyGifts } from './gifts/my-gifts.service.js';
import { NewGifts } from './gifts/new-gifts.js';
import { NotifyHonourees } from './gifts/notify-honourees.processor.js';
import { OpenCampaigns } from './gifts/open-campaigns.js';
import { PaymentEvents } from './gifts/payment-events.js';
import { PublicGifts } from './gifts/public-gifts.service.js';
import { StartGifts } from './gifts/start-gifts.service.js';
import { AppealLinks } from './giving/appeal-links.js';
import { Appeals } from './giving/appeals.service.js';
import { GivingLinks } from './giving/giving-links.service.js';
import { GivingReads } from './giving/giving-reads.js';
import { GivingResolver } from './giving/giving.resolver.js';
import { GivingMails } from './giving/mails/giving-mails.js';
import { MakeYearlyStatements } from './giving/make-yearly-statements.processor.js';
import { CheckGiftImports } from './imports/check-gift-imports.processor.js';
import { GiftImportController } from './imports/gift-import.controller.js';
import { GiftImportResolver } from './imports/gift-import.resolver.js';
import { GiftImports } from './imports/gift-imports.service.js';
import { ImportGifts } from './imports/import-gifts.processor.js';
import { ImportReads } from './imports/import-reads.service.js';
import { MatchGifts } from './matching/match-gifts.processor.js';
import { MatchingPools } from './matching/matching-pools.service.js';
import { MatchingResolver } from './matching/matching.resolver.js';
import { PoolReads } from './matching/pool-reads.service.js';
import { SponsorPayments } from './matching/sponsor-payments.service.js';
import { Deposits } from './offline/deposits.service.js';
import { OfflineBooking } from './offline/offline-booking.js';
import { OfflineGifts } from './offline/offline-gifts.service.js';
import { OfflineResolver } from './offline/offline.resolver.js';
import { PledgeReads } from './pledges/pledge-reads.service.js';
import { PledgeResolver } from './pledges/pledge.resolver.js';
import { Pledges } from './pledges/pledges.service.js';
import { ChangeRecurringGifts } from './recurring-gifts/change-recurring-gifts.js';
import { DonorErasure } from './recurring-gifts/donor-erasure.js';
import { RecurringGiftMails } from './recurring-gifts/mails/recurring-gift-mails.js';
import { PaidInvoices } from './recurring-gifts/paid-invoices.js';
import { RecurringGiftAccess } from './recurring-gifts/recurring-gift-access.js';
import { RecurringGiftEvents } from './recurring-gifts/recurring-gift-events.js';
import { RecurringGiftLinks } from './recurring-gifts/recurring-gift-links.service.js';
import { RecurringGiftPayments } from './recurring-gifts/recurring-gift-payments.js';
import { RecurringGiftReads } from './recurring-gifts/recurring-gift-reads.service.js';
import { RecurringGiftSync } from './recurring-gifts/recurring-gift-sync.js';
import { RecurringGiftResolver } from './recurring-gifts/recurring-gift.resolver.js';
import { StopAtStripe } from './recurring-gifts/stop-at-stripe.js';
import { StopRecurringGiftsAtStripe } from './recurring-gifts/stop-recurring-gifts.processor.js';
import { StopRecurringGifts } from './recurring-gifts/stop-recurring-gifts.service.js';
import { StripeSubscriptions } from './recurring-gifts/stripe-subscriptions.js';

@Module({
  imports: [FilesModule, NotificationsModule, AccountingModule, PaymentsModule],
  controllers: [GiftExportController, GiftImportController],
  providers: [
    // card-testing
    CardTestingResolver,
    CardTesting,
    GiftChallenges,
    GiftLinks,
    ChallengeSolutions,
    GiftLinkMail,
    DeclinedCards,
    ForgetChallenges,
    // gifts
    GiftMetrics,
    PaymentEvents,
    GiftAccess,
    GiftResolver,
    GiftGate,
    StartGifts,
    ExpireGifts,
    FailedGifts,
    GiftFailedMail,
    NewGifts,
    OpenCampaigns,
    MyGifts,
    Dedications,
    PublicGifts,
    ManageGiftsResolver,
    GiftList,
    GiftSums,
    GiftDetails,
    NotifyHonourees,
    HonoureeMail,
    // giving
    GivingResolver,
    GivingReads,
    GivingLinks,
    AppealLinks,
    Appeals,
    MakeYearlyStatements,
    // giving/mails
    GivingMails,
    // imports
    GiftImportResolver,
    GiftImports,
    ImportReads,
    CheckGiftImports,
    ImportGifts,
    // matching
    MatchingResolver,
    MatchingPools,
    PoolReads,
    SponsorPayments,
    MatchGifts,
    // offline
    OfflineResolver,
    OfflineBooking,
    OfflineGifts,
    Deposits,
    // pledges
    PledgeResolver,
    PledgeReads,
    Pledges,
    // recurring-gifts
    DonorErasure,
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
    // recurring-gifts/mails
    RecurringGiftMails,
  ],
  exports: [AppealLinks],
})
export class DonationsModule {}
