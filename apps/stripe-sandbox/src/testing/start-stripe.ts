import type { Settings } from '../store/settings.js';
import { closeDispute, openDispute } from '../disputes/open-dispute.js';
import type { Faults } from '../faults/faults.js';
import { failPayout, payOut } from '../payouts/pay-out.js';
import { failRefund, refundCharge } from '../refunds/refund-charge.js';
import { Sandbox, type SandboxOptions } from '../sandbox.js';
import type { DeliveryProblems } from '../webhooks/delivery-problems.js';
import Stripe from 'stripe';

const SECRET_KEY = 'sk_test_the_sandbox_of_a_test';
const WEBHOOK_SECRET = 'whsec_the_sandbox_of_a_test';

export interface PayOptions {
  /** A test card by name, number or token: `succeeds`, `declined`, `insufficient_funds`, `dispute_later`, … */
  card?: string;
  email?: string;
  name?: string;
  /** Payer's answer to the bank's authentication; null leaves the bank's page open. */
  authenticate?: boolean | null;
  /** If false, returns before the webhooks are delivered; `waitUntilSettled()` waits for them. */
  settle?: boolean;
}

export interface PayAnswer {
  status: 'complete' | 'declined' | 'needs_authentication' | 'closed';
  url: string | null;
  message: string | null;
}

export interface SandboxHandle {
  sandbox: Sandbox;
  url: string;
  secretKey: string;
  webhookSecret: string;
  client: Stripe;
  faults: Faults;
  /** Pays a checkout page as a browser would and waits for its webhooks. */
  pay(checkoutUrl: string, options?: PayOptions): Promise<PayAnswer>;
  /** Resolves when everything due has happened and every due webhook is answered. */
  waitUntilSettled(): Promise<void>;
  webhooks: {
    /** Sets faults of webhooks from now on; `{}` ends them. With `shuffle`, `waitUntilSettled()` sends them. */
    mode(trouble: DeliveryProblems): void;
    resend(event: Stripe.Event | string): Promise<void>;
    /** Returns body and headers of an event as sent now or at another time (Unix seconds). */
    signEvent(event: Stripe.Event, at?: number): { body: string; headers: Record<string, string> };
  };
  events(): Stripe.Event[];
  openDispute(
    charge: string,
    details?: { amount?: number; reason?: string; inquiry?: boolean },
  ): Promise<Stripe.Dispute>;
  closeDispute(dispute: string, outcome: 'won' | 'lost'): Promise<Stripe.Dispute>;
  /** Creates a refund in Stripe's dashboard, bypassing our product. */
  refundInDashboard(charge: string, amount?: number): Promise<Stripe.Refund>;
  failRefund(refund: string): Promise<Stripe.Refund>;
  /** Pays out the whole balance; null if it's empty. */
  payout(): Promise<Stripe.Payout | null>;
  failPayout(payout: string): Promise<Stripe.Payout>;
  clock: {
    /** Advances the clock of sandbox and app. Events due in between happen at their own time. */
    advance(milliseconds: number): Promise<void>;
  };
  close(): Promise<void>;
}

export interface StripeOptions {
  seed?: number;
  settings?: Partial<Settings>;
  now?: () => Date;
  state?: SandboxOptions['state'];
}

export async function startStripe(options: StripeOptions = {}): Promise<SandboxHandle> {
  const sandbox = new Sandbox({ secretKey: SECRET_KEY, ...options });
  const url = await sandbox.listen();
  const { hostname, port } = new URL(url);
  const client = new Stripe(SECRET_KEY, {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    telemetry: false,
    maxNetworkRetries: 2,
  });
  const settled = () => sandbox.waitUntilSettled();
  const after = async <T>(result: T): Promise<T> => {
    await settled();
    return result;
  };
  return {
    sandbox,
    url,
    secretKey: SECRET_KEY,
    webhookSecret: WEBHOOK_SECRET,
    client,
    faults: sandbox.faults,
    waitUntilSettled: settled,
    async pay(checkoutUrl, { settle = true, ...options } = {}) {
      const answer = await payAsBrowser(checkoutUrl, options);
      if (settle) await settled();
      return answer;
    },
    webhooks: {
      mode: (trouble) => sandbox.webhooks.mode(trouble),
      async resend(event) {
        sandbox.webhooks.resend(typeof event === 'string' ? event : event.id);
        await settled();
      },
      signEvent(event, at) {
        const [endpoint] = sandbox.store.all('webhook_endpoint').oldestFirst();
        return sandbox.webhooks.signEvent(event, endpoint?.id ?? '', at);
      },
    },
    events: () => [...sandbox.store.all('event').oldestFirst()],
    openDispute: async (charge, details) => after(openDispute(sandbox.store, charge, details)),
    closeDispute: async (dispute, outcome) => after(closeDispute(sandbox.store, dispute, outcome)),
    refundInDashboard: async (charge, amount) => after(refundCharge(sandbox.store, charge, amount ? { amount } : {})),
    failRefund: async (refund) => after(failRefund(sandbox.store, refund)),
    payout: async () => after(payOut(sandbox.store, { all: true })),
    failPayout: async (payout) => after(failPayout(sandbox.store, payout)),
    clock: { advance: (milliseconds) => sandbox.advance(milliseconds / 1000) },
    close: () => sandbox.close(),
  };
}

async function payAsBrowser(
  checkoutUrl: string,
  { card = 'succeeds', email = 'donor@example.org', name = 'Dana Donor', authenticate = true }: PayOptions,
): Promise<PayAnswer> {
  const send = (fields: Record<string, string>) =>
    fetch(checkoutUrl, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  let response = await send({ card, email, name });
  if (response.status === 200) {
    await response.text();
    if (authenticate === null) return { status: 'needs_authentication', url: null, message: null };
    response = await send({ card, email, name, bank: authenticate ? 'yes' : 'no' });
  }
  const page = await response.text();
  if (response.status === 303) return { status: 'complete', url: response.headers.get('location'), message: null };
  const message =
    /role="alert">([^<]*)</.exec(page)?.[1]?.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))) ??
    null;
  return { status: response.status === 402 ? 'declined' : 'closed', url: null, message };
}
