import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';

/** Recognizes charges without a gift ID in their metadata, for example those of recurring gifts. */
export interface ChargeClaim {
  /**
   * Books the charge in its own transaction, as its webhook would have, and returns true if it belongs
   * to this claim. Called when Stripe lists a charge without a gift, which means a webhook was lost.
   */
  claim(charge: Stripe.Charge): Promise<boolean>;
}

@Injectable()
export class ChargeClaims {
  private readonly claims: ChargeClaim[] = [];

  register(claim: ChargeClaim): void {
    this.claims.push(claim);
  }

  async claim(charge: Stripe.Charge): Promise<boolean> {
    for (const one of this.claims) if (await one.claim(charge)) return true;
    return false;
  }
}
