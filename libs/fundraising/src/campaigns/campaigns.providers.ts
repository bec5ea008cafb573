import type { Provider, Type } from '@nestjs/common';
import { beneficiariesProviders } from '../beneficiaries/beneficiaries.providers.js';
import { disbursementsProviders } from '../disbursements/disbursements.providers.js';
import { pagesProviders } from '../pages/pages.providers.js';
import { updatesProviders } from '../updates/updates.providers.js';
import { CampaignAccess } from './campaign-access.js';
import { CampaignDrafts } from './campaign-drafts.service.js';
import { CampaignReads } from './campaign-reads.js';
import { CampaignResolver } from './campaign.resolver.js';
import { FundraiserLinks } from './fundraiser/fundraiser-links.service.js';
import { FundraiserStarts } from './fundraiser/fundraiser-starts.service.js';
import { FundraiserResolver } from './fundraiser/fundraiser.resolver.js';
import { ManageCampaignsResolver } from './manage-campaigns.resolver.js';
import { ManagedCampaigns } from './managed-campaigns.service.js';
import { ReviewResolver } from './review/review.resolver.js';
import { Reviews } from './review/reviews.service.js';

/** What Nest makes of this folder and of those around it. */
export const campaignsProviders: Provider[] = [
  CampaignAccess,
  CampaignResolver,
  CampaignReads,
  ManageCampaignsResolver,
  ManagedCampaigns,
  CampaignDrafts,
  ReviewResolver,
  Reviews,
  FundraiserResolver,
  FundraiserStarts,
  FundraiserLinks,
  ...beneficiariesProviders,
  ...pagesProviders,
  ...updatesProviders,
  ...disbursementsProviders,
];

/** The plain HTTP routes of this folder. */
export const campaignsControllers: Type[] = [];
