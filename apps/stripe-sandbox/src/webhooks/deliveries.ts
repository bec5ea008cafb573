import type Stripe from 'stripe';
import { matchesEventType } from '../events/events.js';
import type { Store } from '../store/store.js';
import type { EndpointNote } from './endpoints.js';
import { signature } from './signature.js';
import type { Transport } from './transport.js';
import { occursAtRate, noDeliveryProblems, type DeliveryProblems } from './delivery-problems.js';

export interface Delivery {
  id: string;
  event: string;
  endpoint: string;
  attempt: number;
  /** First and current due time in Unix seconds. */
  since: number;
  at: number;
}

/** Seconds. The last value repeats until three days have passed. */
const BACKOFF = [10, 60, 300, 1_800, 7_200, 18_000, 36_000, 43_200];
/** https://docs.stripe.com/webhooks#retries */
const THREE_DAYS = 3 * 86_400;
const MAX_CONCURRENT = 16;
const HOUR = 3_600;

/** Delivers each event at least once, with retries for three days. */
export class Deliveries {
  private readonly waiting = new Map<string, Delivery>();
  private readonly underWay = new Map<Delivery, Promise<void>>();
  private trouble: DeliveryProblems = noDeliveryProblems;
  private pumping = false;
  onChange: (change: { delivery: Delivery } | { deliveryDone: string }) => void = () => {};

  constructor(
    private readonly store: Store,
    private readonly transport: Transport,
  ) {}

  mode(trouble: DeliveryProblems): void {
    this.trouble = trouble;
    this.pump();
  }

  add(event: Stripe.Event): void {
    for (const { id, status, enabled_events } of this.store.all('webhook_endpoint').oldestFirst()) {
      if (status !== 'enabled' || !matchesEventType(enabled_events, event.type)) continue;
      if (occursAtRate(this.trouble.lose, this.chance)) continue;
      const copies = occursAtRate(this.trouble.duplicate, this.chance) ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1) {
        this.put(event.id, id, this.store.now() + (this.trouble.delay ?? 0));
      }
    }
    this.pump();
  }

  /** Sends an event to every endpoint again, like "Resend" in the dashboard. */
  resend(event: string): void {
    for (const { id } of this.store.all('webhook_endpoint').oldestFirst()) {
      this.put(event, id, this.store.now());
    }
    this.pump();
  }

  /** Resolves once no delivery is due. Failed deliveries waiting for a retry aren't due. */
  async waitUntilSettled(): Promise<void> {
    for (;;) {
      this.send();
      if (this.underWay.size === 0) return;
      await Promise.all(this.underWay.values());
    }
  }

  signEvent(
    event: Stripe.Event,
    endpoint: string,
    at = this.store.now(),
  ): { body: string; headers: Record<string, string> } {
    const body = JSON.stringify({ ...event, pending_webhooks: 1 }, null, 2);
    const { secret = '' } = this.store.note<EndpointNote>(endpoint);
    return { body, headers: headersOf(signature(secret, body, at)) };
  }

  list(): Delivery[] {
    return [...this.underWay.keys(), ...this.waiting.values()];
  }

  restore(change: { delivery: Delivery } | { deliveryDone: string }): void {
    if ('delivery' in change) this.waiting.set(change.delivery.id, change.delivery);
    else this.waiting.delete(change.deliveryDone);
  }

  /** Sends on the next tick, after the current synchronous work. */
  pump(): void {
    if (this.pumping || this.waiting.size === 0) return;
    this.pumping = true;
    setImmediate(() => {
      this.pumping = false;
      if (!this.trouble.shuffle) this.send();
    });
  }

  private readonly chance = (): number => this.store.random.next();

  private put(event: string, endpoint: string, at: number, since = at, attempt = 0): void {
    const delivery = { id: `dlv_${this.store.random.randomText(16)}`, event, endpoint, attempt, since, at };
    this.waiting.set(delivery.id, delivery);
    this.onChange({ delivery });
  }

  private send(): void {
    if (this.trouble.hold) return;
    for (const delivery of this.chooseDue(MAX_CONCURRENT - this.underWay.size)) {
      this.waiting.delete(delivery.id);
      const work = this.attempt(delivery).finally(() => {
        this.underWay.delete(delivery);
        this.pump();
      });
      this.underWay.set(delivery, work);
    }
  }

  /** Returns the oldest deliveries, or random ones in shuffle mode. */
  private chooseDue(room: number): Delivery[] {
    const now = this.store.now();
    const due: Delivery[] = [];
    for (const delivery of this.waiting.values()) {
      if (due.length >= room && !this.trouble.shuffle) break;
      if (delivery.at <= now) due.push(delivery);
    }
    return this.trouble.shuffle ? this.store.random.sample(due, room) : due;
  }

  private async attempt(delivery: Delivery): Promise<void> {
    const event = this.store.find('event', delivery.event);
    const endpoint = this.store.find('webhook_endpoint', delivery.endpoint);
    if (event && endpoint) {
      await this.sendForgeries(event, endpoint);
      const { body, headers } = this.signEvent(event, endpoint.id);
      const status = await this.transport(endpoint.url, body, headers).catch(() => 0);
      if (status < 200 || status >= 300) return this.scheduleRetry(delivery);
    }
    this.onChange({ deliveryDone: delivery.id });
  }

  private scheduleRetry({ id, event, endpoint, attempt, since }: Delivery): void {
    this.onChange({ deliveryDone: id });
    const next = this.store.now() + (BACKOFF[attempt] ?? (BACKOFF.at(-1) as number));
    if (next <= since + THREE_DAYS) this.put(event, endpoint, next, since, attempt + 1);
  }

  /** Sends forged and future-dated copies, which must be rejected. Responses are ignored. */
  private async sendForgeries(event: Stripe.Event, { id, url }: Stripe.WebhookEndpoint): Promise<void> {
    const now = this.store.now();
    if (occursAtRate(this.trouble.forge, this.chance)) {
      const body = JSON.stringify({ ...event, id: `evt_${this.store.random.randomText(24)}` });
      await this.transport(url, body, headersOf(signature('whsec_of_somebody_else', body, now))).catch(() => 0);
    }
    if (occursAtRate(this.trouble.future, this.chance)) {
      const { body, headers } = this.signEvent(
        { ...event, id: `evt_${this.store.random.randomText(24)}` },
        id,
        now + HOUR,
      );
      await this.transport(url, body, headers).catch(() => 0);
    }
  }
}

function headersOf(signed: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'stripe-signature': signed,
    'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  };
}
