import { openQueueBackend, urgencyOf, type JobName } from '@upstander/platform';
import { startStripe, type SandboxHandle } from '@upstander/stripe-sandbox';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { carrierSettings } from '../../support/access-samples.mailbox.js';
import type { TestApp } from '../../support/app.js';
import { anAuthority } from '../../support/certificates.js';
import { testConfig } from '../../support/config.js';
import { eventually } from '../../support/eventually.js';
import { aFreePort } from '../../support/free-port.js';
import { startMailSink, type MailSink } from '../../support/mail-sink.js';
import { redisProgram } from '../../support/installed-programs.mjs';
import { S3Server } from '../../support/s3-server.js';
import { anEventOf, signatureOf } from '../../support/signed-events.js';
import { ApiServer } from './api-server.js';
import { alertRules, shortenWaits } from './alert-rules.js';
import { Link } from './link.js';
import { startAppProcess, type AppProcess } from './processes.js';
import { programSettings } from './program-settings.js';
import { startPrometheus, yesterday, type Prometheus } from './prometheus.js';
import { aPair, type Pair } from './replicated-postgres.js';
import { bytesYesterday } from './storage-causes.js';

const authority = anAuthority();

/** An api and a worker from the production build, with every service that an alert is about, watched by Prometheus. */
export class MonitoredPrograms {
  readonly links: Record<'workerDatabase' | 'workerKeys' | 'files' | 'sms', Link>;
  /** Status that the endpoint of outgoing webhooks answers. */
  receiverStatus = 204;
  private readonly stopping = new AbortController();
  private readonly queues: Readonly<Record<'urgent' | 'ordinary', ReturnType<typeof this.queue.queue>>>;
  private traffic: Promise<void>[] = [];

  private constructor(
    readonly pair: Pair,
    readonly prometheus: Prometheus,
    private readonly services: Services,
    readonly api: ApiServer,
    private worker: AppProcess,
    private readonly workerSettings: Record<string, string>,
    private readonly targets: readonly string[],
    private readonly queue: ReturnType<typeof openQueueBackend>,
    private readonly pool: pg.Pool,
  ) {
    this.links = services.links;
    this.queues = { urgent: queue.queue('urgent'), ordinary: queue.queue('ordinary') };
    // Some tests stop Redis.
    for (const one of Object.values(this.queues)) one.on('error', () => undefined);
    services.receiver.on('request', (request, response) => {
      request.resume().once('end', () => response.writeHead(this.receiverStatus).end());
    });
  }

  static async start(): Promise<MonitoredPrograms> {
    // Without a command, it waits to archive.
    const pair = await aPair({ archive_mode: 'on' });
    const services = await startServices(pair);
    const prometheus = await startPrometheus(
      shortenWaits(alertRules),
      yesterday('upstander_database_bytes', bytesYesterday),
    );
    const [metricsPort, workerPort] = [await aFreePort(), await aFreePort()];
    const { DATABASE_URL = '', ...sealed } = programUrls(pair);
    const shared = {
      ...services.settings,
      ...sealed,
      BACKUP_HOURS: '24',
      RESTORE_DRILL_DAYS: '35',
      DATABASE_POOL: '5',
    };
    const api = await ApiServer.start(DATABASE_URL, {
      ...shared,
      METRICS_PORT: String(metricsPort),
      DATABASE_REPLICA_URL: pair.url(pair.standby),
      // A cached page needs no database.
      PAGE_CACHE_SECONDS: '0',
    });
    const throughLink = (url: string | undefined, link: Link) => (url ?? '').replace(pair.primary.host, link.host);
    const workerSettings = {
      ...programSettings,
      ...shared,
      DATABASE_URL: throughLink(DATABASE_URL, services.links.workerDatabase),
      SEALED_KEYS_URL: throughLink(sealed['SEALED_KEYS_URL'], services.links.workerKeys),
      WORKER_PORT: String(workerPort),
      WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
      // Only the worker sees the certificate, because the traffic of this test is plain HTTP.
      PUBLIC_URL: `https://localhost:${(services.https.address() as AddressInfo).port}`,
    };
    const worker = startAppProcess('worker', workerSettings);
    await worker.waitForOutput(/the worker is ready/);
    const config = testConfig(DATABASE_URL, { REDIS_URL: services.settings['REDIS_URL'] ?? '' });
    const targets = [metricsPort, workerPort].map((port) => `127.0.0.1:${port}`);
    const pool = new pg.Pool({ connectionString: pair.primary.superuserUrl('upstander'), max: 4 });
    // Some tests stop the server.
    pool.on('error', () => undefined);
    const programs = new MonitoredPrograms(
      pair,
      prometheus,
      services,
      api,
      worker,
      workerSettings,
      targets,
      openQueueBackend(config),
      pool,
    );
    programs.showTargets();
    // Until its first scrape, Prometheus rightly reports that it collects nothing.
    await eventually(
      async () => (await prometheus.scrapes()) >= targets.length && (await prometheus.firing()).size === 0,
    );
    programs.traffic = [programs.visit(['/events', '/help']), programs.visit(['/courses'], '{ courses { slug } }')];
    return programs;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.traffic);
    await this.prometheus.stop();
    await Promise.all([this.api.end(), this.worker.end('SIGTERM')]);
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
    await this.queue.close();
    await this.pool.end();
    await this.services.stop();
    await this.pair.end();
  }

  // Prometheus

  showTargets(): void {
    this.prometheus.setTargets(this.targets);
  }

  // Programs

  signalWorker(signal: NodeJS.Signals): void {
    process.kill(this.worker.pid, signal);
  }

  async killWorker(): Promise<void> {
    await this.worker.end('SIGKILL');
  }

  async startWorker(): Promise<void> {
    this.worker = startAppProcess('worker', this.workerSettings);
    await this.worker.waitForOutput(/the worker is ready/);
  }

  /** @param ageSeconds how long it seems to have waited */
  async enqueue(job: JobName, ageSeconds = 0): Promise<void> {
    const options = { removeOnComplete: true, removeOnFail: true, timestamp: Date.now() - ageSeconds * 1000 };
    await this.queues[urgencyOf(job)].add(job, {}, options);
  }

  // Services

  get mail(): MailSink {
    return this.services.mail;
  }

  async stopMail(): Promise<void> {
    await this.mail.close();
  }

  async startMail(): Promise<void> {
    this.services.mail = await startMailSink(this.mail.port);
  }

  async stopRedis(): Promise<void> {
    await this.services.stopRedis();
  }

  startRedis(): void {
    this.services.startRedis();
  }

  serveCertificate(days: number): void {
    this.services.https.setSecureContext(authority.issue('localhost', days));
  }

  get receiverUrl(): string {
    return `http://127.0.0.1:${(this.services.receiver.address() as AddressInfo).port}/hook`;
  }

  get stripeSecret(): string {
    return this.services.stripe.webhookSecret;
  }

  // Database

  async sql<Row extends pg.QueryResultRow>(statement: string, params: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(statement, [...params])).rows;
  }

  get superuser(): pg.Pool {
    return this.pool;
  }

  /** Runs a statement without triggers, like someone who controls the server. */
  async tamper(statement: string): Promise<void> {
    await this.pool.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`);
  }

  /** Leaves a transaction open with the locks of a statement. Returns its end. */
  async hold(statement: string): Promise<() => Promise<void>> {
    const client = await this.pool.connect();
    await client.query('BEGIN');
    await client.query(statement);
    return async () => {
      await client.query('ROLLBACK');
      client.release();
    };
  }

  // Requests

  /** Posts an event like Stripe and returns the status. */
  async postStripeEvent(createdAt = new Date()): Promise<number> {
    const app = { clock: { now: () => new Date() }, config: { STRIPE_WEBHOOK_SECRET: this.stripeSecret } };
    const body = JSON.stringify(anEventOf(app as TestApp, 'plan.created', { id: 'plan_1' }, { at: createdAt }));
    const headers = { 'content-type': 'application/json', 'stripe-signature': signatureOf(app as TestApp, body) };
    return (await fetch(`${this.api.url}/webhooks/stripe`, { method: 'POST', headers, body })).status;
  }

  /** Requests pages one after the other, about five a second, until this test ends. */
  private async visit(paths: readonly string[], query?: string): Promise<void> {
    for (let n = 0; !this.stopping.signal.aborted; n += 1) {
      const request = query ? this.api.graphqlOrThrow(query) : this.visitPage(paths[n % paths.length]!);
      // Failures are what the alerts are about.
      await request.catch(() => undefined);
      await wait(400);
    }
  }

  async visitPage(path: string): Promise<void> {
    await (await fetch(this.api.url + path)).arrayBuffer();
  }
}

function programUrls(pair: Pair): Record<string, string> {
  return Object.fromEntries(Object.entries(pair.settings()).filter(([name]) => !name.startsWith('MIGRATE_')));
}

interface Services {
  settings: Record<string, string>;
  links: MonitoredPrograms['links'];
  mail: MailSink;
  stripe: SandboxHandle;
  https: HttpsServer;
  receiver: HttpServer;
  startRedis(): void;
  stopRedis(): Promise<void>;
  stop(): Promise<void>;
}

async function startServices(pair: Pair): Promise<Services> {
  const [s3, stripe, mail] = [await S3Server.start(), await startStripe(), await startMailSink()];
  const carrier = await listen(
    createHttpServer((request, response) => {
      request.resume().once('end', () => {
        response
          .writeHead(201, { 'content-type': 'application/json' })
          .end(JSON.stringify({ sid: `SM${'0'.repeat(32)}` }));
      });
    }),
  );
  const [https, receiver] = [
    await listen(createHttpsServer(authority.issue('localhost'))),
    await listen(createHttpServer()),
  ];
  const links = {
    workerDatabase: await Link.to(pair.primary.port),
    workerKeys: await Link.to(pair.primary.port),
    files: await Link.to(Number(new URL(s3.url).port)),
    sms: await Link.to((carrier.address() as AddressInfo).port),
  };
  const redisPort = String(await aFreePort());
  let redis: ChildProcess;
  const services: Services = {
    settings: {
      ...s3.settings,
      ...carrierSettings,
      FILES_S3_ENDPOINT: `http://${links.files.host}`,
      SMS_API_URL: `http://${links.sms.host}`,
      SMTP_URL: mail.url,
      STRIPE_URL: stripe.url,
      STRIPE_SECRET_KEY: stripe.secretKey,
      STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
    },
    links,
    mail,
    stripe,
    https,
    receiver,
    startRedis() {
      const options = ['--port', redisPort, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      redis = spawn(redisProgram!, options, { stdio: 'ignore', cwd: '/tmp' });
    },
    async stopRedis() {
      const exited = once(redis, 'exit');
      redis.kill('SIGKILL');
      await exited;
    },
    async stop() {
      for (const link of Object.values(links)) link.cut();
      await services.stopRedis();
      await Promise.all([s3.close(), stripe.close(), services.mail.close()]);
      for (const server of [carrier, https, receiver]) {
        server.closeAllConnections();
        server.close();
      }
    },
  };
  services.startRedis();
  return services;
}

async function listen<Server extends HttpServer | HttpsServer>(server: Server): Promise<Server> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
