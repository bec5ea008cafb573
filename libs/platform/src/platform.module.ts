import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Clock } from './clock/clock.js';
import { Config } from './config/config.js';
import { Puzzles } from './crypto/puzzles.js';
import { RowSeals } from './crypto/row-seals.js';
import { Secrets } from './crypto/secrets.js';
import { SignedIds } from './crypto/signed-ids.js';
import { Database } from './database/database.js';
import { PublicReads } from './database/public-reads.js';
import { ServerOutages } from './database/server-outages.js';
import { SlowStatements } from './database/slow-statements.js';
import { Idempotency } from './idempotency/idempotency.js';
import { Logger } from './logging/logger.js';
import { Metrics } from './metrics/metrics.service.js';
import './metrics/platform.health.js';
import {
  DatabaseMetrics,
  JobMetrics,
  ProgramMetrics,
  QueueMetrics,
  ReplicaMetrics,
} from './monitoring/program.metrics.js';
import { BackupMetrics, CertificateMetrics } from './monitoring/upkeep.metrics.js';
import { Areas } from './places/areas.js';
import { Postcodes } from './places/postcodes.js';
import { JobRuns } from './queue/job-runs.js';
import { JobQueue } from './queue/job-queue.js';
import { Search } from './search/search.service.js';

const tools = [
  Clock,
  Logger,
  Secrets,
  SignedIds,
  Puzzles,
  Idempotency,
  JobQueue,
  JobRuns,
  Metrics,
  Postcodes,
  PublicReads,
  Areas,
  Search,
  RowSeals,
];
const figures = [
  SlowStatements,
  ServerOutages,
  ProgramMetrics,
  DatabaseMetrics,
  QueueMetrics,
  JobMetrics,
  ReplicaMetrics,
  BackupMetrics,
  CertificateMetrics,
];

/** Provides the shared services. With `data.connect: false` it doesn't open the database, for printing the schema. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly db: Database) {}

  static forRoot(config: Config, data: DataSourceOptions & { connect?: boolean }): DynamicModule {
    const database = {
      provide: Database,
      useFactory: async () => {
        const source = new DataSource(data);
        if (data.connect !== false) await source.initialize();
        return new Database(source);
      },
    };
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [{ provide: Config, useValue: config }, database, ...tools, ...figures],
      exports: [Config, Database, DiscoveryModule, ...tools],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.db.dataSource.isInitialized) await this.db.dataSource.destroy();
  }
}
