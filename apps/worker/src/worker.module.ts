import { Module, type DynamicModule } from '@nestjs/common';
import { AccountingModule } from '@upstander/accounting';
import { CampaignsModule } from '@upstander/campaigns';
import { dataSourceOptions, OwnRole, ReleaseMetrics } from '@upstander/db';
import { AdvocacyModule } from '@upstander/advocacy';
import { DonationsModule } from '@upstander/donations';
import { EventsModule } from '@upstander/events';
import { FilesModule } from '@upstander/files';
import { IdentityModule } from '@upstander/identity';
import { IntegrationsModule } from '@upstander/integrations';
import { LearningModule } from '@upstander/learning';
import { LedgerModule } from '@upstander/ledger';
import { NotificationsModule } from '@upstander/notifications';
import { OpportunitiesModule } from '@upstander/opportunities';
import { OutreachModule } from '@upstander/outreach';
import { JobRunner, PlatformModule, type Config } from '@upstander/platform';
import { PaymentsModule } from '@upstander/payments';
import { VolunteersModule } from '@upstander/volunteers';
import { WorkerHealth } from './worker-health.js';
import { MigrationsFirst } from './migrations-first.js';

@Module({})
export class WorkerModule {
  static register(config: Config): DynamicModule {
    // Jobs may run longer statements than pages.
    const settings = config.withJobTimeout();
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.forRoot(settings, dataSourceOptions(settings)),
        FilesModule,
        IdentityModule,
        NotificationsModule,
        VolunteersModule,
        LearningModule,
        EventsModule,
        LedgerModule,
        AccountingModule,
        PaymentsModule,
        DonationsModule,
        CampaignsModule,
        OpportunitiesModule,
        OutreachModule,
        IntegrationsModule,
        AdvocacyModule,
      ],
      providers: [MigrationsFirst, JobRunner, WorkerHealth, OwnRole, ReleaseMetrics],
    };
  }
}
