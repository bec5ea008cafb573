import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import Stripe from 'stripe';

const patience = 10_000;

/**
 * The one door to Stripe. Whoever writes there sends an idempotency key of our own, made of a row's id and the step
 * (`gift/<id>/checkout`): the SDK's automatic one is new with every call, so a second try would be a second charge.
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
      timeout: patience,
    });
  }
}
