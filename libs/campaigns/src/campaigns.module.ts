import { Module } from '@nestjs/common';
import { AccountingModule } from '@upstander/accounting';
import { DonationsModule } from '@upstander/donations';
import { FilesModule } from '@upstander/files';
import { NotificationsModule } from '@upstander/notifications';
import { PaymentsModule } from '@upstander/payments';
import { Beneficiaries } from './beneficiaries/beneficiaries.service.js';
import { BeneficiaryReads } from './beneficiaries/beneficiary-reads.js';
import { BeneficiaryResolver } from './beneficiaries/beneficiary.resolver.js';
import { BeneficiaryLapseMail } from './beneficiaries/lapses/beneficiary-lapse.mail.js';
import { WatchBeneficiaries } from './beneficiaries/lapses/watch-beneficiaries.processor.js';
import { CampaignAccess } from './campaigns/campaign-access.js';
import { CampaignDrafts } from './campaigns/campaign-drafts.service.js';
import { CampaignReads } from './campaigns/campaign-reads.js';
import { CampaignResolver } from './campaigns/campaign.resolver.js';
import { GiftTotalsResolver } from './campaigns/gift-totals.js';
import { KeepGeneralFunds } from './campaigns/keep-general-funds.processor.js';
import { ManageCampaignsResolver } from './campaigns/manage-campaigns.resolver.js';
import { ManagedCampaigns } from './campaigns/managed-campaigns.service.js';
import { EmbedController } from './embed/embed.controller.js';
import { FileController } from './files/file.controller.js';
import { Files } from './files/files.service.js';
import { FundraiserLinks } from './fundraiser/fundraiser-links.service.js';
import { FundraiserReads } from './fundraiser/fundraiser-reads.js';
import { FundraiserStarts } from './fundraiser/fundraiser-starts.service.js';
import { FundraiserResolver } from './fundraiser/fundraiser.resolver.js';
import { GiftNoticeMail } from './gift-notices/gift-notice.mail.js';
import { NotifyGiftOwners } from './gift-notices/notify-gift-owners.processor.js';
import { CampaignMails } from './mails/campaign-mails.js';
import { CampaignOutbox } from './mails/campaign-outbox.js';
import { WatchDisbursements } from './mails/watch-disbursements.processor.js';
import { MoneyTasks } from './money-tasks/finance-action-items.service.js';
import { MoneyTaskResolver } from './money-tasks/money-task.resolver.js';
import { PageMails } from './pages/mails/page-mails.js';
import { PageOutbox } from './pages/mails/page-outbox.js';
import { MyPages } from './pages/my-pages.service.js';
import { PageList } from './pages/page-list.service.js';
import { PageReads } from './pages/page-reads.js';
import { MyPageResolver, PageResolver } from './pages/page.resolver.js';
import { PagePhotoController } from './pages/page-photo.controller.js';
import { PagePhotos } from './pages/page-photos.service.js';
import { Pages } from './pages/pages.service.js';
import { CampaignTransitions } from './review/campaign-transitions.js';
import { EditReviews } from './review/edit-reviews.service.js';
import { EditResolver } from './review/edit.resolver.js';
import { EndCampaigns } from './review/end-campaigns.processor.js';
import { ReviewResolver } from './review/review.resolver.js';
import { Reviews } from './review/reviews.service.js';
import { CampaignUpdateMail } from './updates/campaign-update.mail.js';
import { MailCampaignUpdates } from './updates/mail-campaign-updates.processor.js';
import { UpdateResolver } from './updates/update.resolver.js';
import { Updates } from './updates/updates.service.js';

@Module({
  imports: [FilesModule, NotificationsModule, AccountingModule, PaymentsModule, DonationsModule],
  controllers: [FileController, EmbedController, PagePhotoController],
  providers: [
    // beneficiaries
    BeneficiaryResolver,
    BeneficiaryReads,
    Beneficiaries,
    // beneficiaries/lapses
    WatchBeneficiaries,
    BeneficiaryLapseMail,
    // campaigns
    CampaignAccess,
    CampaignResolver,
    CampaignReads,
    GiftTotalsResolver,
    ManageCampaignsResolver,
    ManagedCampaigns,
    CampaignDrafts,
    KeepGeneralFunds,
    // files
    Files,
    // fundraiser
    FundraiserResolver,
    FundraiserStarts,
    FundraiserLinks,
    FundraiserReads,
    // gift-notices
    NotifyGiftOwners,
    GiftNoticeMail,
    // mails
    CampaignOutbox,
    CampaignMails,
    WatchDisbursements,
    // money-tasks
    MoneyTasks,
    MoneyTaskResolver,
    // pages
    PageResolver,
    MyPageResolver,
    PageReads,
    PageList,
    MyPages,
    Pages,
    PagePhotos,
    // pages/mails
    PageOutbox,
    PageMails,
    // review
    ReviewResolver,
    Reviews,
    CampaignTransitions,
    EndCampaigns,
    EditResolver,
    EditReviews,
    // updates
    UpdateResolver,
    Updates,
    MailCampaignUpdates,
    CampaignUpdateMail,
    // names in the log of staff actions
  ],
})
export class CampaignsModule {}
