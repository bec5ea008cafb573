import { Int, ObjectType } from '@nestjs/graphql';
import { namesInCampaign } from '@upstander/accounting';
import { RecordName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money } from '@upstander/ledger';
import {
  ComputedField,
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
  PersonalData,
  personal,
  retain,
  splitColumns,
} from '@upstander/platform';
import { Entity } from 'typeorm';
import { ManagedSponsorPayment } from './sponsor-payment.entity.js';

export const PoolStatus = enumOf('PoolStatus', 'Status of a matching pool.', {
  upcoming: 'Not started yet.',
  open: 'Matching gifts now.',
  used_up: 'Fully matched; a refund may free up some of it.',
  ended: 'Past its end date.',
  closed: 'Closed by staff.',
});
export type PoolStatus = EnumOf<typeof PoolStatus>;

const seenBy = 'anyone';

@PersonalData({
  noun: 'matching pools',
  of: { donor: null },
  erasure: 'none',
  kept: 'as long as the fundraiser',
  seenBy: 'everyone, unless the sponsor chose not to be named',
  columns: { sponsor_name: personal.contact(retain('the sponsor is named by contract; finance can change it')) },
  others: splitColumns('currency seen'),
})
@RecordName('matchingPool', {
  also: ['pool', 'sponsorPayment'],
  sql: namesInCampaign('matching_pool', 't.sponsor_name'),
  path: () => '/matching',
})
@Entity({ schema: 'fundraising', name: 'matching_pool' })
export class MatchingPool {
  @Id({ seenBy }) id!: string;
  @Ref({ seenBy: 'staff' }) campaignId!: string;
  @Text({ seenBy: 'staff', max: 120 }) sponsorName!: string;
  @Flag({ seenBy: 'staff', default: false }) sponsorHidden!: boolean;
  @Count({
    seenBy,
    min: 1,
    max: 1000,
    description: 'Match as a percentage of the gift: 100 doubles it.',
  })
  ratioPercent!: number;
  @MinorAmount() capMinor!: string;
  @MinorAmount({ nullable: true }) perGiftCapMinor!: string | null;
  @CurrencyCode() currency!: string;
  /** Written only by fundraising.match_gifts. */
  @MinorAmount({ default: 0 }) matchedMinor!: string;
  @MinorAmount({ default: 0 }) receivedMinor!: string;
  @ComputedField(() => Money, { description: 'Maximum amount the sponsor gives.' }) cap!: Money;
  @ComputedField(() => Money, { description: 'Amount still available.' }) remaining!: Money;
  @Instant({ seenBy: 'staff' }) startsAt!: Date;
  @Instant({ seenBy }) endsAt!: Date;
  @Instant({ seenBy: 'staff', nullable: true }) closedAt!: Date | null;
  @Code({ nullable: true }) seen!: string | null;
  @Instant({ nullable: true }) lookedAt!: Date | null;
  @Instant() createdAt!: Date;
}

@ObjectType({ description: 'A matching sponsor, as shown publicly.' })
export class PublicMatch extends SeenBy(MatchingPool, 'anyone', ['sponsorName']) {
  @ComputedField(() => String, {
    nullable: true,
    description: 'Name of the sponsor; null if the sponsor is anonymous.',
  })
  sponsorName!: string | null;
  @ComputedField(() => Money, { nullable: true, description: 'Maximum amount matched per gift; null if none.' })
  perGiftCap!: Money | null;
}

@ObjectType({ description: 'A matching pool, as shown to staff who manage money.' })
export class ManagedMatchingPool extends SeenBy(MatchingPool, 'staff') {
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => TimeZoneScalar, { description: "Time zone of the campaign, used for the pool's dates." })
  timeZone!: string;
  @ComputedField(() => PoolStatus) status!: PoolStatus;
  @ComputedField(() => Money, { nullable: true, description: 'Maximum amount matched per gift.' })
  perGiftCap!: Money | null;
  @ComputedField(() => Money) matched!: Money;
  @ComputedField(() => Money, { description: 'Amount paid by the sponsor.' }) received!: Money;
  @ComputedField(() => Money, {
    description: 'Amount matched but not paid yet; negative if refunds followed the payment.',
  })
  outstanding!: Money;
  @ComputedField(() => Int, { description: 'Number of matched gifts.' }) giftCount!: number;
  @ComputedField(() => [ManagedSponsorPayment]) payments!: ManagedSponsorPayment[];
}
