import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';

/** Knows gifts whose charges do not carry our gift's id: those of a recurring gift carry an invoice's. */
export interface ChargeClaim {
  /**
   * Books the charge as a gift when it is one of theirs, in a transaction of its own, as its webhook would have.
   * False: not ours. Called when Stripe lists a charge that no gift knows, which means that a webhook was lost.
   */
  claim(charge: Stripe.Charge): Promise<boolean>;
}

/** Asked one after another before a charge counts as nobody's. */
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
