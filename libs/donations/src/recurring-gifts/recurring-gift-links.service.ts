import { Injectable } from '@nestjs/common';
import { RateLimits, languageQuery, type Actor } from '@upstander/identity';
import { positiveAmount } from '@upstander/ledger';
import { smallestCover, smallestStep } from '@upstander/money';
import { selectList, Config, Database, notFound, Refusal, SignedIds, typedNote } from '@upstander/platform';
import type {
  ChangeRecurringGiftInput,
  RecurringGiftPortal,
  RecurringGiftTokenInput,
  StopRecurringGiftInput,
} from './change-recurring-gift.input.js';
import { ChangeRecurringGifts } from './change-recurring-gifts.js';
import type { MyRecurringGift } from './my-recurring-gift.js';
import { RecurringGiftReads } from './recurring-gift-reads.service.js';
import { RecurringGift } from './recurring-gift.entity.js';
import { StopRecurringGifts } from './stop-recurring-gifts.service.js';

const columns = [
  'id',
  'status',
  'currency',
  'locale',
  'intendedMinor',
  'coverMinor',
  'stripeSubscriptionId',
  'stopRequestedAt',
] as const;

type LinkedRecurringGift = Pick<RecurringGift, (typeof columns)[number]>;

@Injectable()
export class RecurringGiftLinks {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly signedIds: SignedIds,
    private readonly changes: ChangeRecurringGifts,
    private readonly stops: StopRecurringGifts,
    private readonly reads: RecurringGiftReads,
  ) {}

  /**
   * Takes effect from the next month on.
   * @throws Refusal NOT_FOUND; TOO_MANY_TRIES; RECURRING_GIFT_ENDED; RECURRING_GIFT_NOT_STARTED; GIFT_TOO_SMALL;
   * BAD_INPUT; PAYMENTS_UNAVAILABLE
   */
  async change(actor: Actor, input: ChangeRecurringGiftInput): Promise<MyRecurringGift> {
    const recurringGift = await this.requireActive(actor, input.token);
    const intendedMinor = input.amount
      ? positiveAmount(input.amount, recurringGift.currency)
      : BigInt(recurringGift.intendedMinor);
    const covers = input.coverFee ?? BigInt(recurringGift.coverMinor) > 0n;
    const cover = this.coverOf(intendedMinor, recurringGift.currency, covers);
    if (intendedMinor !== BigInt(recurringGift.intendedMinor) || cover !== BigInt(recurringGift.coverMinor)) {
      await this.changes.change(recurringGift.stripeSubscriptionId, {
        recurringGiftId: recurringGift.id,
        intended: intendedMinor,
        cover,
        currency: recurringGift.currency,
      });
    }
    return this.findMine(input.token);
  }

  /**
   * Repeating it has no effect.
   * @throws Refusal NOT_FOUND; TOO_MANY_TRIES; RECURRING_GIFT_NOT_STARTED
   */
  async stop(actor: Actor, input: StopRecurringGiftInput): Promise<MyRecurringGift> {
    const recurringGift = await this.requireByToken(actor, input.token);
    if (recurringGift.status === 'pending') throw notStartedRefusal();
    await this.stops.stop(recurringGift.id, { reason: typedNote('reason', input.reason, 500) });
    return this.findMine(input.token);
  }

  /**
   * Returns the URL of Stripe's page for replacing the card.
   * @throws Refusal NOT_FOUND; TOO_MANY_TRIES; RECURRING_GIFT_ENDED; RECURRING_GIFT_NOT_STARTED; PAYMENTS_UNAVAILABLE
   */
  async portal(actor: Actor, input: RecurringGiftTokenInput): Promise<RecurringGiftPortal> {
    const recurringGift = await this.requireActive(actor, input.token);
    const returnUrl = `${this.config.PUBLIC_URL}/recurring-gift/${input.token}${languageQuery(recurringGift.locale)}`;
    return this.changes.portal(recurringGift.stripeSubscriptionId, returnUrl);
  }

  private async requireActive(
    actor: Actor,
    token: string,
  ): Promise<LinkedRecurringGift & { stripeSubscriptionId: string }> {
    const recurringGift = await this.requireByToken(actor, token);
    if (recurringGift.stopRequestedAt || recurringGift.status === 'stopped' || recurringGift.status === 'expired') {
      throw new Refusal('RECURRING_GIFT_ENDED', 'This recurring gift has ended. You are welcome to begin a new one.');
    }
    const { stripeSubscriptionId } = recurringGift;
    if (!stripeSubscriptionId) throw notStartedRefusal();
    return { ...recurringGift, stripeSubscriptionId };
  }

  private async requireByToken(actor: Actor, token: string): Promise<LinkedRecurringGift> {
    await this.limits.consume('public-write', actor.address);
    const link = this.signedIds.verify('recurring-gift', token);
    if (!link) throw notFound('This recurring gift');
    const [recurringGift] = await this.db.query<LinkedRecurringGift>(
      `SELECT ${selectList(RecurringGift, 'p', columns)} FROM fundraising.recurring_gift p WHERE p.id = $1 AND p.token_version = $2`,
      [link.id, link.version],
    );
    if (!recurringGift) throw notFound('This recurring gift');
    return recurringGift;
  }

  /** Returns the smallest amount that covers the fee, or zero. @throws Refusal GIFT_TOO_SMALL */
  private coverOf(intendedMinor: bigint, currency: string, covers: boolean): bigint {
    if (intendedMinor < BigInt(this.config.MINIMUM_GIFT_MINOR)) {
      throw new Refusal('GIFT_TOO_SMALL', 'That’s below the minimum gift.', {
        minimumMinor: this.config.MINIMUM_GIFT_MINOR,
        currency,
      });
    }
    const rates = { percent: this.config.STRIPE_FEE_PERCENT, fixedMinor: this.config.STRIPE_FEE_FIXED_MINOR };
    return covers ? smallestCover(intendedMinor, rates, smallestStep(currency)) : 0n;
  }

  private async findMine(token: string): Promise<MyRecurringGift> {
    const recurringGift = await this.reads.byToken(token);
    if (!recurringGift) throw notFound('This recurring gift');
    return recurringGift;
  }
}

function notStartedRefusal(): Refusal {
  return new Refusal(
    'RECURRING_GIFT_NOT_STARTED',
    'The first payment hasn’t gone through yet. Please check back in a few minutes.',
  );
}
