import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxClock } from './clock/sandbox-clock.js';
import { Faults } from './faults/faults.js';
import { CheckoutPages } from './checkout/pages.js';
import { DashboardPages } from './dashboard/pages.js';
import { PortalPages } from './portal/pages.js';
import type { Asked, Outcome } from './requests/answer.js';
import { Api } from './requests/api.js';
import { formOf } from './requests/form.js';
import { Idempotency, type KeptAnswer } from './requests/idempotency.js';
import { match } from './requests/route.js';
import { resources } from './resources.js';
import { startDailyPayouts } from './payouts/pay-out.js';
import { answerOver } from './server/answer-over.js';
import { expand } from './store/expand.js';
import { Random } from './store/random.js';
import { ordinarySettings, type Settings } from './store/settings.js';
import { Store, type Change } from './store/store.js';
import { createEndpoint } from './webhooks/endpoints.js';
import { Deliveries, type Delivery } from './webhooks/deliveries.js';
import { overNetwork, type Transport } from './webhooks/transport.js';

/** One line of what the local Stripe remembers; all of them in order are its state. */
export type Entry = Change | { answer: KeptAnswer } | { delivery: Delivery } | { deliveryDone: string };

export interface SandboxOptions {
  /** The same seed gives the same ids and the same chances. */
  seed?: number;
  /** What an earlier sandbox's `snapshot()` gave, or a journal's lines. */
  state?: Iterable<Entry>;
  /** Where time comes from. */
  now?: () => Date;
  settings?: Partial<Settings>;
  /** The only key that is let in; without it any that begins with `sk_test_`. */
  secretKey?: string;
  /** How webhooks travel. */
  transport?: Transport;
  /** Told about everything that changed, for a journal. */
  onEntry?: (entry: Entry) => void;
}

/** A Stripe of one's own: over HTTP for the SDK and a browser, or called in this process. */
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
  private readonly network = overNetwork();
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
    // A sandbox that goes on from a state must not make the ids of that state again.
    const random = new Random(seed + entries.length);
    this.store = new Store(resources, this.clock, random, { ...ordinarySettings, ...settings });
    this.faults = new Faults(random);
    this.idempotency = new Idempotency(() => this.clock.now());
    this.webhooks = new Deliveries(this.store, transport ?? this.network);
    for (const entry of entries) this.restore(entry);
    this.store.onChange = onEntry;
    this.store.onEvent = (event) => this.webhooks.add(event);
    this.idempotency.onKept = (answer) => onEntry({ answer });
    this.webhooks.onChange = onEntry;
    if (this.store.settings.dailyPayouts) startDailyPayouts(this.store);
    this.api = new Api(this.store, this.routes, this.idempotency, this.faults, secretKey ?? null);
    this.pages = new CheckoutPages(this.store);
    this.portal = new PortalPages(this.store);
    this.dashboard = new DashboardPages(this.store, this.faults, this.webhooks);
  }

  /** Answers a request as the network would bring it: `/v1` for programs, the other pages for people. */
  async handle(asked: Asked): Promise<Outcome> {
    this.tick();
    if (asked.path === '/') return this.dashboard.handle(asked);
    if (asked.path.startsWith('/c/')) return this.pages.handle(asked);
    return asked.path.startsWith('/p/') ? this.portal.handle(asked) : this.api.handle(asked);
  }

  /**
   * Calls the API in this process, without HTTP, faults and idempotency: `call('POST /v1/refunds', { charge })`.
   * @throws StripeError
   */
  call<T = Record<string, unknown>>(request: string, params: object = {}): T {
    const [method, path] = request.split(' ') as [string, string];
    const { expand: paths = [], ...rest } = params as { expand?: string[] };
    for (const route of this.routes) {
      const ids = route.method === method ? match(route, path.split('/').slice(1)) : null;
      if (ids) return expand(this.store, route.prepare(this.store, formOf(rest), ids)(), paths) as T;
    }
    throw new Error(`The local Stripe does not know ${request}.`);
  }

  /**
   * Tells our own address about events from now on. There is one such address: when it has moved since an earlier
   * start, what still waits for it goes where it is now.
   */
  registerEndpoint(url: string, secret: string): void {
    const description = 'our own, told at every start';
    const known = [...this.store.all('webhook_endpoint').oldestFirst()].find((one) => one.description === description);
    if (!known) return void createEndpoint(this.store, { url, enabled_events: ['*'], secret, description });
    if (known.url !== url) this.store.update('webhook_endpoint', known.id, { url });
    this.store.setNote(known.id, { secret });
  }

  /** Lets what is due happen. */
  tick(): void {
    this.store.runDue();
    this.webhooks.pump();
  }

  /** Lets time pass, and what is due in it happen, each at its own moment. @param seconds how much */
  async advance(seconds: number): Promise<void> {
    this.clock.advance(seconds);
    await this.settled();
  }

  /** Fulfilled when everything due has happened and been delivered. */
  async settled(): Promise<void> {
    this.store.runDue();
    await this.webhooks.settled();
  }

  /**
   * Listens, and lets time work by itself once a second.
   * @returns its address, which is where its pages are from now on
   */
  async listen(port = 0, host = '127.0.0.1'): Promise<string> {
    const server = createServer((request, response) => void answerOver(this, request, response));
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

  /** Everything it remembers; `new Sandbox({ state })` goes on from there. */
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
