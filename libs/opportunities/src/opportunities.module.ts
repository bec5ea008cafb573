import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { businessesControllers, businessesProviders } from './businesses.providers.js';
import { BusinessMembers } from './businesses/members/business-members.js';
import { ClosureListeners } from './businesses/closure-listeners.js';
import { Closures } from './closures/closures.js';
import { opportunitiesProviders } from './opportunities.providers.js';
import { VisibleOpportunities } from './opportunities/visible-opportunities.js';

@Module({
  imports: [NotificationsModule],
  controllers: businessesControllers,
  providers: [...businessesProviders, ...opportunitiesProviders],
  exports: [BusinessMembers, VisibleOpportunities, Closures, ClosureListeners],
})
export class OpportunitiesModule {}
