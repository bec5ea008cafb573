import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxClock } from './clock/sandbox-clock.js';
import { Faults } from './faults/faults.js';
import { CheckoutPages } from './checkout/pages.js';
import { DashboardPages } from './dashboard/pages.js';
import { PortalPages } from './portal/pages.js';
import type { ApiRequest, Outcome } from './requests/answer.js';
import { Api } from './requests/api.js';
import { formOf } from './requests/form.js';
import { Idempotency, type StoredResponse } from './requests/idempotency.js';
import { match } from './requests/route.js';
import { resources } from './resources.js';
import { startDailyPayouts } from './payouts/pay-out.js';
import { answerRequest } from './server/answer-over.js';
import { expand } from './store/expand.js';
import { Random } from './store/random.js';
import { ordinarySettings, type Settings } from './store/settings.js';
import { Store, type Change } from './store/store.js';
import { createEndpoint } from './webhooks/endpoints.js';
import { Deliveries, type Delivery } from './webhooks/deliveries.js';
import { createTransport, type Transport } from './webhooks/transport.js';

/** All entries in order make up the state. */
export type Entry = Change | { answer: StoredResponse } | { delivery: Delivery } | { deliveryDone: string };

export interface SandboxOptions {
  /** Seed of IDs and random choices. */
  seed?: number;
  /** Entries of an earlier `snapshot()` or a journal. */
  state?: Iterable<Entry>;
  now?: () => Date;
  settings?: Partial<Settings>;
  secretKey?: string;
  /** HTTP by default. */
  transport?: Transport;
  /** Called for every change, to write a journal. */
  onEntry?: (entry: Entry) => void;
}

/** A local Stripe, over HTTP or in process. */
export class Sandbox {
  readonly store: Store;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly webhooks: Deliveries;
  private readonly api: Api;
  private readonly pages: CheckoutPages;
  private readonly portal: PortalPages;
  private readonly dashboard: DashboardPages;
  private readonly idempotency: Idempotency;
  private readonly network = createTransport();
  private readonly routes = resources.flatMap(({ routes }) => routes);
  private server: Server | null = null;
  private ticking: NodeJS.Timeout | null = null;

  constructor({
    seed = 1,
    state = [],
    now = () => new Date(),
    settings,
    secretKey,
    transport,
    onEntry = () => {},
  }: SandboxOptions = {}) {
    const entries = [...state];
    this.clock = new SandboxClock(now);
    // Must not repeat the IDs of the restored state.
    const random = new Random(seed + entries.length);
    this.store = new Store(resources, this.clock, random, { ...ordinarySettings, ...settings });
    this.faults = new Faults(random);
    this.idempotency = new Idempotency(() => this.clock.now());
    this.webhooks = new Deliveries(this.store, transport ?? this.network);
    for (const entry of entries) this.restore(entry);
    this.store.onChange = onEntry;
    this.store.onEvent = (event) => this.webhooks.add(event);
    this.idempotency.onStored = (answer) => onEntry({ answer });
    this.webhooks.onChange = onEntry;
    if (this.store.settings.dailyPayouts) startDailyPayouts(this.store);
    this.api = new Api(this.store, this.routes, this.idempotency, this.faults, secretKey ?? null);
    this.pages = new CheckoutPages(this.store);
    this.portal = new PortalPages(this.store);
    this.dashboard = new DashboardPages(this.store, this.faults, this.webhooks);
  }

  /** Handles a request: `/v1` for the API, other paths for pages. */
  async handle(asked: ApiRequest): Promise<Outcome> {
    this.tick();
    if (asked.path === '/') return this.dashboard.handle(asked);
    if (asked.path.startsWith('/c/')) return this.pages.handle(asked);
    return asked.path.startsWith('/p/') ? this.portal.handle(asked) : this.api.handle(asked);
  }

  /** Calls the API without HTTP, faults or idempotency: `call('POST /v1/refunds', { charge })`. @throws StripeError */
  call<T = Record<string, unknown>>(request: string, params: object = {}): T {
    const [method, path] = request.split(' ') as [string, string];
    const { expand: paths = [], ...rest } = params as { expand?: string[] };
    for (const route of this.routes) {
      const ids = route.method === method ? match(route, path.split('/').slice(1)) : null;
      if (ids) return expand(this.store, route.prepare(this.store, formOf(rest), ids)(), paths) as T;
    }
    throw new Error(`The local Stripe does not support ${request}.`);
  }

  /**
   * Registers our only webhook endpoint, for all events.
   * If its URL has changed, pending deliveries go to the new one.
   */
  registerEndpoint(url: string, secret: string): void {
    const description = 'our own, registered at every start';
    const known = [...this.store.all('webhook_endpoint').oldestFirst()].find((one) => one.description === description);
    if (!known) return void createEndpoint(this.store, { url, enabled_events: ['*'], secret, description });
    if (known.url !== url) this.store.update('webhook_endpoint', known.id, { url });
    this.store.setNote(known.id, { secret });
  }

  tick(): void {
    this.store.runDue();
    this.webhooks.pump();
  }

  /** Runs tasks that fall due, each at its own time. */
  async advance(seconds: number): Promise<void> {
    this.clock.advance(seconds);
    await this.waitUntilSettled();
  }

  async waitUntilSettled(): Promise<void> {
    this.store.runDue();
    await this.webhooks.waitUntilSettled();
  }

  /** Returns the base URL, also of hosted pages. Runs due tasks every second. */
  async listen(port = 0, host = '127.0.0.1'): Promise<string> {
    const server = createServer((request, response) => void answerRequest(this, request, response));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    this.server = server;
    this.ticking = setInterval(() => this.tick(), 1_000).unref();
    const url = `http://${host}:${(server.address() as AddressInfo).port}`;
    this.store.settings.url = url;
    return url;
  }

  async close(): Promise<void> {
    if (this.ticking) clearInterval(this.ticking);
    const { server } = this;
    if (server) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    this.network.close();
  }

  /** `new Sandbox({ state })` restores it. */
  snapshot(): Entry[] {
    return [
      ...this.store.changes(),
      ...this.idempotency.list().map((answer) => ({ answer })),
      ...this.webhooks.list().map((delivery) => ({ delivery })),
    ];
  }

  private restore(entry: Entry): void {
    if ('answer' in entry) this.idempotency.restore(entry.answer);
    else if ('delivery' in entry || 'deliveryDone' in entry) this.webhooks.restore(entry);
    else this.store.replay(entry);
  }
}
