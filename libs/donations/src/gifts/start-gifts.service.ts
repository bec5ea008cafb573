import { Injectable } from '@nestjs/common';
import { begunGiftFrom } from '@upstander/accounting';
import { RateLimits, type Actor } from '@upstander/identity';
import { Checkout } from '@upstander/payments';
import { Database, SignedIds } from '@upstander/platform';
import { type StartDonationPayload } from './start-donation.payload.js';
import { intentOf, type GiftForm } from './intent.js';
import { NewGifts } from './new-gifts.js';
import type { StartDonationInput } from './start-donation.input.js';

/** Payment is only confirmed by webhook. */
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
   * Starts a gift. Repeating the key resumes the last attempt and never creates a second gift or payment
   * page.
   * @throws Refusal BAD_INPUT; NOT_FOUND; CAMPAIGN_CLOSED; GIFT_TOO_SMALL; TOO_MANY_TRIES; IDEMPOTENCY_KEY_REUSED;
   * PAYMENTS_UNAVAILABLE; refusals of the gate
   */
  async start(actor: Actor, input: StartDonationInput): Promise<StartDonationPayload> {
    await this.limits.consume('gift', actor.address);
    const intent = intentOf(input);
    await this.limits.consume('gift-by-email', intent.email);
    return this.begin(intent, { address: actor.address, challenge: input.challenge ?? null });
  }

  /** Starts a gift from an emailed link. The address is verified, so the rate limits don't apply. */
  async begin(intent: GiftForm, request: { address: string; challenge: string | null }): Promise<StartDonationPayload> {
    const gift = await this.db.transaction((tx) => this.gifts.begin(tx, intent, request));
    const checkoutUrl = gift.checkoutUrl ?? (await this.checkout.openCheckout(gift.id));
    return {
      gift: begunGiftFrom(gift),
      checkoutUrl,
      token: this.signedIds.sign('gift', gift.id, gift.tokenVersion),
    };
  }
}
