import type { LocaleName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import { Answer, BigCount, Choice, Code, Count, Flag, Id, Instant, Language, Ref, Text } from '@upstander/platform';
import { Entity } from 'typeorm';
import type { ShownAs } from '../gifts/donor-display.js';
import { RecurringGiftStatus } from './recurring-gift-status.js';

/** A recurring gift; each paid month is a gift of its own. */
@Entity({ schema: 'fundraising', name: 'recurring_gift' })
export class RecurringGift {
  @Id({ seenBy: 'owner' }) id!: string;
  @Ref({ seenBy: 'staff' }) campaignId!: string;
  @Ref({ nullable: true }) pageId!: string | null;
  @Ref() donorId!: string;
  @Text({ seenBy: 'staff', max: 120 }) name!: string;
  @Flag({ seenBy: 'staff', default: false }) anonymous!: boolean;
  @Code({ default: 'short_name' }) shownAs!: ShownAs;
  @Language({ default: 'en' }) locale!: LocaleName;
  @Flag({ default: false }) updatesWanted!: boolean;
  @CurrencyCode() currency!: string;
  @MinorAmount() intendedMinor!: string;
  @MinorAmount({ default: 0 }) coverMinor!: string;
  @MinorAmount() chargedMinor!: string;
  @Answer(() => Money, { seenBy: 'owner' }) intended!: Money;
  @Answer(() => Money, { seenBy: 'owner' }) cover!: Money;
  @Answer(() => Money, { seenBy: 'owner', description: 'The two together: what is charged each month.' })
  charged!: Money;
  @Choice(RecurringGiftStatus, { seenBy: 'owner' }) status!: RecurringGiftStatus;
  @Code({ seenBy: 'staff', nullable: true }) stripeSubscriptionId!: string | null;
  @Ref({ nullable: true }) firstGiftId!: string | null;
  @Code({ seenBy: 'owner', nullable: true, description: "Why the last charge failed, by Stripe's code." })
  failureCode!: string | null;
  @Instant({ seenBy: 'staff', nullable: true }) failingSince!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true }) nextChargeAt!: Date | null;
  @Instant({ seenBy: 'owner', nullable: true }) startedAt!: Date | null;
  @Instant({ nullable: true }) stopRequestedAt!: Date | null;
  @Answer(() => Boolean, {
    seenBy: 'owner',
    description: 'Whether it was stopped here while Stripe could not be told yet; nothing more is to be done.',
  })
  stopRequested!: boolean;
  @Instant({ seenBy: 'owner', nullable: true }) stoppedAt!: Date | null;
  @Code({ seenBy: 'staff', nullable: true }) stopReason!: string | null;
  /** The number of the look at Stripe it follows: one that was begun earlier does not undo a later one. */
  @BigCount({ default: 0 }) reading!: string;
  /** Counts the changes of its amount. */
  @Count({ default: 0 }) revision!: number;
  /** Raised to void the links to it. */
  @Count({ default: 0 }) tokenVersion!: number;
  @Instant({ seenBy: 'staff' }) createdAt!: Date;
}

/** That the end of a recurring gift `p` was wished and is not known at Stripe yet. */
export const stopRequested = 'p.stop_requested_at IS NOT NULL AND p.stopped_at IS NULL';
