import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { smallestCover, smallestStep } from '@upstander/money';
import { Config, notThere, Refusal, SignedIds } from '@upstander/platform';

/** What the operations by link share. */
@Injectable()
export class PlanLinkTools {
  constructor(
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly signedIds: SignedIds,
  ) {}

  /** @throws Refusal TOO_MANY_TRIES, NOT_FOUND. */
  async open(actor: Actor, token: string): Promise<{ id: string; version: number }> {
    await this.limits.take('public-write', actor.address);
    const link = this.signedIds.open('plan', token);
    if (!link) throw notThere('This monthly gift');
    return link;
  }

  /** The smallest cover, or none. @throws Refusal GIFT_TOO_SMALL. */
  coverOf(intended: bigint, currency: string, covers: boolean): bigint {
    if (intended < BigInt(this.config.MINIMUM_GIFT_MINOR)) {
      throw new Refusal('GIFT_TOO_SMALL', 'That is less than the smallest gift.', {
        minimumMinor: this.config.MINIMUM_GIFT_MINOR,
        currency,
      });
    }
    const rates = { percent: this.config.STRIPE_FEE_PERCENT, fixedMinor: this.config.STRIPE_FEE_FIXED_MINOR };
    return covers ? smallestCover(intended, rates, smallestStep(currency)) : 0n;
  }

  returnUrl(token: string, locale: 'en' | 'es'): string {
    return `${this.config.PUBLIC_URL}/plan/${token}${locale === 'es' ? '?lang=es' : ''}`;
  }
}
