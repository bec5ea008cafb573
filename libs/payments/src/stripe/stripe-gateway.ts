import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import Stripe from 'stripe';

const timeoutMilliseconds = 10_000;

/**
 * The only client for Stripe. Every write must send its own idempotency key made of a row ID and the
 * step (`gift/<id>/checkout`). The SDK generates a new key for each call, so a retry could charge twice.
 */
@Injectable()
export class StripeGateway {
  private readonly stripe: Stripe | null;

  constructor({ STRIPE_URL: url, STRIPE_SECRET_KEY: key }: Config) {
    this.stripe = key === undefined ? null : this.createClient(url, key);
  }

  /** False without a secret key, which is possible if fundraising is off. */
  get isSetUp(): boolean {
    return this.stripe !== null;
  }

  /** @throws StripeConnectionError without a secret key, as if Stripe couldn't be reached */
  get client(): Stripe {
    if (this.stripe) return this.stripe;
    throw new Stripe.errors.StripeConnectionError({ type: 'api_error', message: 'STRIPE_SECRET_KEY is not set.' });
  }

  private createClient(url: string, key: string): Stripe {
    const { hostname, port, protocol } = new URL(url);
    return new Stripe(key, {
      host: hostname,
      port: port || (protocol === 'https:' ? '443' : '80'),
      protocol: protocol === 'https:' ? 'https' : 'http',
      telemetry: false,
      maxNetworkRetries: 2,
      timeout: timeoutMilliseconds,
    });
  }
}
