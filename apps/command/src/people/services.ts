import { Module, type DynamicModule, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountingModule } from '@upstander/accounting';
import { CampaignsModule } from '@upstander/campaigns';
import { dataSourceOptions } from '@upstander/db';
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
import { Config, loadConfig, PlatformModule } from '@upstander/platform';
import { PaymentsModule } from '@upstander/payments';
import { VolunteersModule } from '@upstander/volunteers';
import type { ParsedArguments } from '../command.js';
import { withoutMigrationSettings } from '../programs-settings.js';

/** The sealed zone has its own procedures. */
@Module({})
class PeopleModule {
  static register(config: Config): DynamicModule {
    return {
      module: PeopleModule,
      imports: [
        PlatformModule.forRoot(config, dataSourceOptions(config)),
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
      ],
    };
  }
}

/** Logging is off, because a failure is reported in one sentence. */
export async function withServices<T>(
  { environment }: Pick<ParsedArguments, 'environment'>,
  work: (services: INestApplicationContext) => Promise<T>,
): Promise<T> {
  const config = new Config({
    ...loadConfig(withoutMigrationSettings(environment)).withJobTimeout(),
    LOG_LEVEL: 'silent',
  });
  const services = await NestFactory.createApplicationContext(PeopleModule.register(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}
