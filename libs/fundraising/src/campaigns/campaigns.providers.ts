import type { Provider, Type } from '@nestjs/common';
import { beneficiariesProviders } from '../beneficiaries/beneficiaries.providers.js';
import { disbursementsProviders } from '../disbursements/disbursements.providers.js';
import { EmbedController } from '../embed/embed.controller.js';
import { FileController } from '../files/file.controller.js';
import { Files } from '../files/files.service.js';
import { pagesProviders } from '../pages/pages.providers.js';
import { updatesProviders } from '../updates/updates.providers.js';
import { CampaignAccess } from './campaign-access.js';
import { CampaignDrafts } from './campaign-drafts.service.js';
import { CampaignReads } from './campaign-reads.js';
import { CampaignResolver } from './campaign.resolver.js';
import { EndCampaigns } from './end-campaigns.processor.js';
import { FundraiserLinks } from './fundraiser/fundraiser-links.service.js';
import { FundraiserReads } from './fundraiser/fundraiser-reads.js';
import { EditReviews } from './edits/edit-reviews.service.js';
import { EditResolver } from './edits/edit.resolver.js';
import { FundraiserStarts } from './fundraiser/fundraiser-starts.service.js';
import { FundraiserResolver } from './fundraiser/fundraiser.resolver.js';
import { GiftNoticeMail } from './gift-notices/gift-notice.mail.js';
import { NotifyGiftOwners } from './gift-notices/notify-gift-owners.processor.js';
import { CampaignMails } from './mails/campaign-mails.js';
import { CampaignOutbox } from './mails/campaign-outbox.js';
import { GiftsSoFarResolver } from './gifts-so-far.js';
import { KeepGeneralFunds } from './keep-general-funds.processor.js';
import { ManageCampaignsResolver } from './manage-campaigns.resolver.js';
import { ManagedCampaigns } from './managed-campaigns.service.js';
import { CampaignTransitions } from './review/campaign-transitions.js';
import { ReviewResolver } from './review/review.resolver.js';
import { Reviews } from './review/reviews.service.js';

export const campaignsProviders: Provider[] = [
  CampaignAccess,
  CampaignResolver,
  CampaignReads,
  GiftsSoFarResolver,
  ManageCampaignsResolver,
  ManagedCampaigns,
  CampaignDrafts,
  ReviewResolver,
  Reviews,
  CampaignTransitions,
  EndCampaigns,
  KeepGeneralFunds,
  EditResolver,
  EditReviews,
  FundraiserResolver,
  FundraiserStarts,
  FundraiserLinks,
  FundraiserReads,
  CampaignOutbox,
  CampaignMails,
  NotifyGiftOwners,
  GiftNoticeMail,
  Files,
  ...beneficiariesProviders,
  ...pagesProviders,
  ...updatesProviders,
  ...disbursementsProviders,
];

export const campaignsControllers: Type[] = [FileController, EmbedController];
