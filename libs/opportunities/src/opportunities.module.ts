import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { businessesControllers, businessesProviders } from './businesses/businesses.providers.js';
import { listingsControllers, listingsProviders } from './listings/listings.providers.js';
import { VisibleOpportunities } from './listings/visible-opportunities.js';

@Module({
  imports: [NotificationsModule],
  controllers: [...businessesControllers, ...listingsControllers],
  providers: [...businessesProviders, ...listingsProviders],
  exports: [VisibleOpportunities],
})
export class OpportunitiesModule {}
