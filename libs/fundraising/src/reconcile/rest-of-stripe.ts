import { Injectable } from '@nestjs/common';
import { PayoutSync } from '../payouts/payout-sync.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';

/** What else lines are about. */
@Injectable()
export class RestOfStripe {
  constructor(
    readonly gateway: StripeGateway,
    readonly payouts: PayoutSync,
  ) {}
}
