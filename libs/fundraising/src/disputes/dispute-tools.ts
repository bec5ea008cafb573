import { Injectable } from '@nestjs/common';
import { Ledger } from '@upstander/ledger';
import { Clock } from '@upstander/platform';
import { StripeGateway } from '../stripe/stripe-gateway.js';

/** What the sync of disputes works with. */
@Injectable()
export class DisputeTools {
  constructor(
    readonly gateway: StripeGateway,
    readonly ledger: Ledger,
    readonly clock: Clock,
  ) {}
}
