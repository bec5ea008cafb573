import { Int, ObjectType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import {
  Answer,
  Code,
  Count,
  enumOf,
  type EnumOf,
  Flag,
  Id,
  Instant,
  Ref,
  SeenBy,
  Text,
  TimeZoneScalar,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ManagedSponsorPayment } from './sponsor-payment.entity.js';

export const PoolStatus = enumOf('PoolStatus', 'Whether a sponsor matches gifts now.', {
  ahead: 'Begins later.',
  open: 'Gifts are matched now.',
  used_up: 'All of it is matched; a refund may free some again.',
  ended: 'Its time is over.',
  closed: 'Ended by hand.',
});
export type PoolStatus = EnumOf<typeof PoolStatus>;

const seenBy = 'anyone';

/** A sponsor's promise to add to what others give. */
@Entity({ schema: 'fundraising', name: 'matching_pool' })
export class MatchingPool {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) campaignId!: string;
  @Text({ seenBy: 'staff', max: 120 }) sponsorName!: string;
  @Flag({ seenBy: 'staff', default: false }) sponsorHidden!: boolean;
  @Count({
    ...{ seenBy, min: 1, max: 1000 },
    description: 'What the sponsor adds, in hundredths of what is given: 100 doubles it.',
  })
  ratioPercent!: number;
  @MinorAmount() capMinor!: string;
  @MinorAmount({ nullable: true }) perGiftCapMinor!: string | null;
  @CurrencyCode() currency!: string;
  /** Only fundraising.match_gifts writes it. */
  @MinorAmount({ default: 0 }) matchedMinor!: string;
  @MinorAmount({ default: 0 }) receivedMinor!: string;
  @Answer(() => Money, { description: 'The most the sponsor gives.' }) cap!: Money;
  @Answer(() => Money, { description: 'What is left of it now.' }) remaining!: Money;
  @Instant({ seenBy: 'staff' }) startsAt!: Date;
  @Instant({ seenBy }) endsAt!: Date;
  @Instant({ seenBy: 'staff', nullable: true }) closedAt!: Date | null;
  @Code({ nullable: true }) seen!: string | null;
  @Instant({ nullable: true }) lookedAt!: Date | null;
  @Instant() createdAt!: Date;
}

@ObjectType({ description: 'A sponsor who adds to what others give, as everybody may see it.' })
export class PublicMatch extends SeenBy(MatchingPool, 'anyone', ['sponsorName']) {
  @Answer(() => String, { nullable: true, description: 'Null when the sponsor does not want to be named.' })
  sponsorName!: string | null;
}

@ObjectType({ description: "A sponsor's promise to match gifts, for those who look after the money." })
export class ManagedMatchingPool extends SeenBy(MatchingPool, 'staff') {
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => TimeZoneScalar, { description: 'Where its campaign is: its days are told there.' }) timeZone!: string;
  @Answer(() => PoolStatus) status!: PoolStatus;
  @Answer(() => Money, { nullable: true, description: 'The most for a single gift.' }) perGiftCap!: Money | null;
  @Answer(() => Money) matched!: Money;
  @Answer(() => Money, { description: 'What the sponsor has paid.' }) received!: Money;
  @Answer(() => Money, { description: 'Matched and not paid yet; negative when refunds came after the payment.' })
  outstanding!: Money;
  @Answer(() => Int, { description: 'How many gifts were matched.' }) giftCount!: number;
  @Answer(() => [ManagedSponsorPayment]) payments!: ManagedSponsorPayment[];
}
