import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Database, SignedIds } from '@upstander/platform';
import { Checkout } from '../stripe/checkout.js';
import { begunGiftFrom, type StartDonationPayload } from './gift.entity.js';
import { intentOf, type Intent } from './intent.js';
import { NewGifts } from './new-gifts.js';
import type { StartDonationInput } from './start-donation.input.js';

/** The way in for a gift: a row of ours, then the payment page at Stripe. Money is heard of by webhook only. */
@Injectable()
export class StartGifts {
  constructor(
    private readonly db: Database,
    private readonly limits: RateLimits,
    private readonly gifts: NewGifts,
    private readonly checkout: Checkout,
    private readonly signedIds: SignedIds,
  ) {}

  /**
   * Begins a gift. The same key goes on where the last try ended: it never makes a second gift or a second payment page.
   * @throws Refusal BAD_INPUT, NOT_FOUND, CAMPAIGN_CLOSED, GIFT_TOO_SMALL, TOO_MANY_TRIES, IDEMPOTENCY_KEY_REUSED,
   * PAYMENTS_UNAVAILABLE, and those against card testing.
   */
  async start(actor: Actor, input: StartDonationInput): Promise<StartDonationPayload> {
    await this.limits.take('gift', actor.address);
    const intent = intentOf(input);
    await this.limits.take('gift-by-email', intent.email);
    return this.begin(intent, { address: actor.address, challenge: input.challenge ?? null });
  }

  /** For a link that was mailed: the address has proven itself, and nothing is counted against it. */
  async begin(intent: Intent, asking: { address: string; challenge: string | null }): Promise<StartDonationPayload> {
    const gift = await this.db.transaction((tx) => this.gifts.begin(tx, intent, asking));
    const checkoutUrl = gift.checkoutUrl ?? (await this.checkout.openCheckout(gift.id));
    return {
      gift: begunGiftFrom(gift),
      checkoutUrl,
      token: this.signedIds.sign('gift', gift.id, gift.tokenVersion),
    };
  }
}
