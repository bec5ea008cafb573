import { Module } from '@nestjs/common';
import { NotificationsModule } from '@upstander/notifications';
import { OpportunitiesModule } from '@upstander/opportunities';
import { applicationsControllers, applicationsProviders } from './applications/applications.providers.js';
import { sealedControllers, sealedProviders } from './sealed/sealed.providers.js';

/** The sealed zone. Only the apps may import it. */
@Module({
  imports: [NotificationsModule, OpportunitiesModule],
  controllers: [...sealedControllers, ...applicationsControllers],
  providers: [...sealedProviders, ...applicationsProviders],
})
export class AdvocacyModule {}
