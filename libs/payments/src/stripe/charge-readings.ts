import { Injectable } from '@nestjs/common';
import { Gift } from '@upstander/accounting';
import { selectList, Database, type Tx } from '@upstander/platform';
import type Stripe from 'stripe';
import { GiftBooking } from '../booking/gift-booking.js';
import { paymentOf } from './charge-intake.js';
import { ChargeClaims } from './charge-claims.js';
import { StripeGateway } from './stripe-gateway.js';

const columns = ['id', 'campaignId', 'currency', 'intendedMinor', 'coverMinor'] as const;

export interface ChargedGift extends Pick<Gift, 'id' | 'campaignId' | 'currency'> {
  intendedMinor: bigint;
  coverMinor: bigint;
}

/** Reads charges from Stripe and books them before refunds and disputes are applied. */
@Injectable()
export class ChargeReader {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly booking: GiftBooking,
    private readonly claims: ChargeClaims,
  ) {}

  /** Returns the current charge, after booking it if it belongs to an invoice. */
  async charge(id: string): Promise<Stripe.Charge> {
    const charge = await this.gateway.client.charges.retrieve(id, { expand: ['balance_transaction'] });
    if (!charge.metadata['gift_id'] && !(await this.isBooked(id))) await this.claims.claim(charge);
    return charge;
  }

  async refundsOf(charge: string): Promise<Stripe.Refund[]> {
    const refunds: Stripe.Refund[] = [];
    for await (const refund of this.gateway.client.refunds.list({ charge, limit: 100 })) refunds.push(refund);
    return refunds.reverse().sort((one, other) => one.created - other.created);
  }

  /**
   * Returns the locked gift of a charge, booking the charge first if its webhook is late or lost. Null
   * for unknown money.
   */
  async giftOf(tx: Tx, charge: Stripe.Charge): Promise<ChargedGift | null> {
    const known = await this.locked(tx, charge.id);
    if (known || !charge.paid) return known;
    await this.booking.book(tx, [paymentOf(charge)]);
    return this.locked(tx, charge.id);
  }

  private async isBooked(charge: string): Promise<boolean> {
    return (await this.db.query('SELECT FROM fundraising.gift WHERE charge_id = $1', [charge])).length > 0;
  }

  private async locked(tx: Tx, charge: string): Promise<ChargedGift | null> {
    const [gift] = await tx.query<Pick<Gift, (typeof columns)[number]>>(
      `SELECT ${selectList(Gift, 'g', columns)} FROM fundraising.gift g WHERE g.charge_id = $1 FOR NO KEY UPDATE`,
      [charge],
    );
    return gift ? { ...gift, intendedMinor: BigInt(gift.intendedMinor), coverMinor: BigInt(gift.coverMinor) } : null;
  }
}
