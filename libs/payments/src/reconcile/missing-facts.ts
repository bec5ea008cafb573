import { Injectable } from '@nestjs/common';
import { Database } from '@upstander/platform';
import { DisputeSync } from '../disputes/dispute-sync.js';
import { PayoutSync } from '../payouts/payout-sync.js';
import { RefundSync } from '../refunds/refund-sync.js';
import { ChargeReader } from '../stripe/charge-readings.js';
import { idOf } from '../stripe/checkout.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { kindOf, type StripeBalanceTransaction } from './line-kinds.js';

/** Reads and books the object of a balance transaction with a lost or late webhook. */
@Injectable()
export class MissingFacts {
  constructor(
    private readonly db: Database,
    private readonly readings: ChargeReader,
    private readonly refunds: RefundSync,
    private readonly disputes: DisputeSync,
    private readonly payouts: PayoutSync,
    private readonly gateway: StripeGateway,
  ) {}

  async find(line: StripeBalanceTransaction): Promise<void> {
    const source = idOf(line.source);
    if (!source) return;
    switch (kindOf(line)) {
      case 'charge': {
        const charge = await this.readings.charge(source);
        await this.db.transaction((tx) => this.readings.giftOf(tx, charge));
        return;
      }
      case 'refund': {
        const refund = await this.gateway.client.refunds.retrieve(source);
        const charge = idOf(refund.charge);
        if (charge) await this.refunds.syncCharge(charge);
        return;
      }
      case 'dispute':
        return this.disputes.byId(source);
      case 'payout':
        return this.payouts.byId(source);
      case 'other':
    }
  }
}
