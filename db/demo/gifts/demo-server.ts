import type { Type } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { AccountingModule } from '@upstander/accounting';
import { CampaignsModule } from '@upstander/campaigns';
import { DonationsModule } from '@upstander/donations';
import { EventsModule } from '@upstander/events';
import { StripeEvents, StripeGateway, WebhookController } from '@upstander/payments';
import { LedgerModule } from '@upstander/ledger';
import { Config, Database, JobRunner, JobRuns, Logger, Metrics, type JobName } from '@upstander/platform';
import { PaymentsModule } from '@upstander/payments';
import { VolunteersModule } from '@upstander/volunteers';
import { clientOf, Sandbox } from '@upstander/stripe-sandbox';
import { demoContext } from '../demo-context.js';
import { DemoClock } from './demo-clock.js';

export interface DemoServer {
  clock: DemoClock;
  db: Database;
  sandbox: Sandbox;
  service<T>(type: Type<T>): T;
  runJob(name: JobName): Promise<void>;
  close(): Promise<void>;
}

export async function startDemoServer(config: Config, from: Date): Promise<DemoServer> {
  const clock = new DemoClock(config, from);
  const app = await demoContext(config, clock, [
    VolunteersModule,
    EventsModule,
    LedgerModule,
    AccountingModule,
    PaymentsModule,
    DonationsModule,
    CampaignsModule,
  ]);
  const webhook = app.get(WebhookController, { strict: false });
  const sandbox = new Sandbox({
    seed: 20_261_125,
    now: () => clock.now(),
    settings: {
      feePercent: config.STRIPE_FEE_PERCENT,
      feeFixed: config.STRIPE_FEE_FIXED_MINOR,
      url: config.STRIPE_URL,
    },
    transport: (_url, body, headers) => deliver(webhook, body, headers['stripe-signature']),
  });
  const client = clientOf(sandbox, config.STRIPE_SECRET_KEY ?? 'sk_test_of_the_demo');
  Object.defineProperty(app.get(StripeGateway, { strict: false }), 'client', { value: client });
  const { id } = sandbox.call<{ id: string }>('POST /v1/webhook_endpoints', {
    url: `${config.PUBLIC_URL}/webhooks/stripe`,
    enabled_events: app.get(StripeEvents, { strict: false }).types().concat('charge.succeeded'),
  });
  sandbox.store.setNote(id, { secret: config.STRIPE_WEBHOOK_SECRET });
  const tools = [app.get(Logger), app.get(DiscoveryService), app.get(Reflector)] as const;
  const jobs = new JobRunner(config, ...tools, app.get(JobRuns), app.get(Metrics)).findHandlers();
  return {
    clock,
    db: app.get(Database, { strict: false }),
    sandbox,
    service: (type) => app.get(type, { strict: false }),
    async runJob(name) {
      const job = jobs.get(name);
      if (!job) throw new Error(`There is no job "${name}".`);
      await job.run(new AbortController().signal);
    },
    async close() {
      // The program that continues with this state registers its own address.
      sandbox.store.remove('webhook_endpoint', id);
      await app.close();
      await sandbox.close();
    },
  };
}

async function deliver(webhook: WebhookController, body: string, signature: string | undefined): Promise<number> {
  await webhook.receive({ body: Buffer.from(body) } as Parameters<WebhookController['receive']>[0], signature);
  return 200;
}
