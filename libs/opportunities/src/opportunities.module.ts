import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { businessesControllers, businessesProviders } from './businesses/businesses.providers.js';
import { BusinessMembers } from './businesses/members/business-members.js';
import { listingsControllers, listingsProviders } from './listings/listings.providers.js';
import { VisibleOpportunities } from './listings/visible-opportunities.js';

@Module({
  imports: [NotificationsModule],
  controllers: [...businessesControllers, ...listingsControllers],
  providers: [...businessesProviders, ...listingsProviders],
  exports: [BusinessMembers, VisibleOpportunities],
})
export class OpportunitiesModule {}
