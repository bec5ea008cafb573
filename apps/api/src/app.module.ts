import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { AccountingModule } from '@upstander/accounting';
import { AdvocacyModule, confidentialOperations } from '@upstander/advocacy';
import { CampaignsModule } from '@upstander/campaigns';
import { dataSourceOptions, OwnRole, ReleaseMetrics } from '@upstander/db';
import { DonationsModule } from '@upstander/donations';
import { EventsModule } from '@upstander/events';
import { FilesModule } from '@upstander/files';
import {
  actorOf,
  IdentityModule,
  recordRefusal,
  SecurityEvents,
  staffActionsPlugin,
  StaffTrail,
} from '@upstander/identity';
import { LearningModule } from '@upstander/learning';
import { LedgerModule } from '@upstander/ledger';
import { NotificationsModule } from '@upstander/notifications';
import { OpportunitiesModule } from '@upstander/opportunities';
import { IntegrationsModule } from '@upstander/integrations';
import { OutreachModule } from '@upstander/outreach';
import {
  BuiltOnceDriver,
  type Compiled,
  Config,
  graphqlOptions,
  Logger,
  Metrics,
  PlatformModule,
} from '@upstander/platform';
import { PaymentsModule } from '@upstander/payments';
import { VolunteersModule } from '@upstander/volunteers';
import type { FastifyRequest } from 'fastify';
import { describe } from './descriptions/describe.js';
import { ExplorerModule } from './explorer/explorer.module.js';
import { Draining } from './health/draining.js';
import { ReleaseWatch } from './health/release-watch.js';
import { HealthController } from './health/health.controller.js';
import { SystemHealthReads } from './health/system-health.js';
import { SystemHealthResolver } from './health/system-health.resolver.js';
import { ColorsController } from './http/colors.controller.js';
import { RefusalFilter } from './http/refusal.filter.js';
import { SecurityTxtController } from './http/security-txt.controller.js';
import { MailboxModule } from './mailbox/mailbox.module.js';

/** Options for tests and the schema printer. Production uses only `safelist`. */
export interface ApiOptions {
  /** False to leave the database closed, for printing the schema. */
  connect?: boolean;
  /** For comparing the results of compiled and interpreted queries. */
  compileQueries?: Compiled;
  /** Hashes of the only documents that production accepts. */
  safelist?: readonly string[];
}

interface WriteContext {
  wrote?: () => void;
}

@Module({})
export class AppModule {
  static register(config: Config, options: ApiOptions & WriteContext = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, { ...dataSourceOptions(config), connect: options.connect ?? true }),
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: BuiltOnceDriver,
          inject: [Config, Logger, SecurityEvents, Metrics, StaffTrail],
          useFactory: (settings: Config, logger: Logger, events: SecurityEvents, metrics: Metrics, trail: StaffTrail) =>
            graphqlOptions(settings, logger, {
              compile: options.compileQueries,
              hear: (refused, context) => recordRefusal(events, (context as { req: FastifyRequest }).req, refused),
              finish: describe,
              wrote: options.wrote,
              observe: (labels, seconds) =>
                metrics.observe('upstander_graphql_operation_duration_seconds', labels, seconds),
              isConfidential: (operation) => confidentialOperations.has(operation),
              plugins: [staffActionsPlugin(trail, logger)],
              safelist: options.safelist,
              hasAccessToken: (context) =>
                actorOf((context as { req: FastifyRequest }).req)?.accessTokenId !== undefined,
            }),
        }),
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
        ExplorerModule.register(config),
        MailboxModule.register(config),
      ],
      controllers: [HealthController, SecurityTxtController, ColorsController],
      providers: [
        Draining,
        OwnRole,
        ReleaseMetrics,
        SystemHealthReads,
        SystemHealthResolver,
        ReleaseWatch,
        { provide: APP_FILTER, useClass: RefusalFilter },
      ],
    };
  }
}
