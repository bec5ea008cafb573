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
  readonly client: Stripe;

  constructor(config: Config) {
    const { hostname, port, protocol } = new URL(config.STRIPE_URL);
    this.client = new Stripe(config.STRIPE_SECRET_KEY, {
      host: hostname,
      port: port || (protocol === 'https:' ? '443' : '80'),
      protocol: protocol === 'https:' ? 'https' : 'http',
      telemetry: false,
      maxNetworkRetries: 2,
      timeout: timeoutMilliseconds,
    });
  }
}
