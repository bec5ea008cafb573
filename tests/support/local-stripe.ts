import {
  closeDispute,
  failPayout,
  failRefund,
  openDispute,
  payOut,
  refundCharge,
  Sandbox,
  type Faults,
  type SandboxOptions,
  type Settings,
  type Trouble,
} from '@upstander/stripe-sandbox';
import Stripe from 'stripe';

const SECRET_KEY = 'sk_test_the_sandbox_of_a_test';
const WEBHOOK_SECRET = 'whsec_the_sandbox_of_a_test';

export interface PayOptions {
  /** A pretend card by name, number or token: `succeeds`, `declined`, `insufficient_funds`, `dispute_later`, … */
  card?: string;
  email?: string;
  name?: string;
  /** What the payer answers the bank that asks for proof; null leaves the bank's page open. */
  authenticate?: boolean | null;
  /** false: return before the webhooks are delivered; `settled()` waits for them. */
  settle?: boolean;
}

export interface PayAnswer {
  status: 'complete' | 'declined' | 'needs_authentication' | 'closed';
  /** Where the browser is sent when the payment is complete. */
  url: string | null;
  /** What the page says when it is not. */
  message: string | null;
}

/** The local Stripe in a test's hands. */
export interface SandboxHandle {
  sandbox: Sandbox;
  url: string;
  secretKey: string;
  webhookSecret: string;
  /** The real SDK, connected to this sandbox. */
  client: Stripe;
  faults: Faults;
  /** Pays a Checkout page as a browser would, and waits until its webhooks are delivered. */
  pay(checkoutUrl: string, options?: PayOptions): Promise<PayAnswer>;
  /** Fulfilled when everything due has happened and every due webhook has been answered. */
  settled(): Promise<void>;
  webhooks: {
    /** What happens to webhooks from now on; `{}` ends it. With `shuffle` they go out when `settled()` is called. */
    mode(trouble: Trouble): void;
    /** Delivers an event again, signed afresh. */
    resend(event: Stripe.Event | string): Promise<void>;
    /** Body and headers of an event as they would be sent now, or at another moment (Unix seconds). */
    signed(event: Stripe.Event, at?: number): { body: string; headers: Record<string, string> };
  };
  /** All events so far, oldest first. */
  events(): Stripe.Event[];
  openDispute(
    charge: string,
    details?: { amount?: number; reason?: string; inquiry?: boolean },
  ): Promise<Stripe.Dispute>;
  closeDispute(dispute: string, outcome: 'won' | 'lost'): Promise<Stripe.Dispute>;
  /** A refund somebody makes in Stripe's dashboard, past our own product. */
  refundInDashboard(charge: string, amount?: number): Promise<Stripe.Refund>;
  failRefund(refund: string): Promise<Stripe.Refund>;
  /** Everything on the balance goes to the bank; null when there is nothing to pay. */
  payout(): Promise<Stripe.Payout | null>;
  failPayout(payout: string): Promise<Stripe.Payout>;
  clock: {
    /** Lets time pass, for the sandbox and the app alike; what is due in it happens, each at its own moment. */
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

/** A local Stripe that listens, without an app. */
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
  const settled = () => sandbox.settled();
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
    settled,
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
      signed(event, at) {
        const [endpoint] = sandbox.store.all('webhook_endpoint').oldestFirst();
        return sandbox.webhooks.signed(event, endpoint?.id ?? '', at);
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
