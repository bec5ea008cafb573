import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { MatchingPool } from './matching-pool.entity.js';
import { SponsorPayment } from './sponsor-payment.entity.js';

@InputType({ description: "A sponsor's commitment to match gifts." })
export class CreateMatchingPoolInput extends InputOf(MatchingPool, {
  required: ['campaignId', 'sponsorName', 'startsAt', 'endsAt'],
}) {
  @Field(() => Boolean, { defaultValue: false }) sponsorHidden!: boolean;
  @Field(() => Int, {
    defaultValue: 100,
    description: 'Match as a percentage of the gift: 100 doubles it; at most 1000.',
  })
  ratioPercent!: number;
  @Field(() => MoneyInput) cap!: MoneyInput;
  @Field(() => MoneyInput, { nullable: true }) perGiftCap?: MoneyInput | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'Omitted fields stay unchanged. The match terms cannot change once gifts are matched.' })
export class UpdateMatchingPoolInput extends InputOf(MatchingPool, {
  optional: ['sponsorName', 'sponsorHidden', 'ratioPercent', 'startsAt', 'endsAt'],
}) {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput, { nullable: true, description: 'Cannot be less than the amount already matched.' })
  cap?: MoneyInput | null;
  @Field(() => MoneyInput, { nullable: true }) perGiftCap?: MoneyInput | null;
}

@InputType({ description: 'Closes a matching pool early.' })
export class CloseMatchingPoolInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A payment from a sponsor.' })
export class RecordSponsorPaymentInput extends InputOf(SponsorPayment, {
  required: ['poolId', 'receivedOn'],
  optional: ['reference'],
}) {
  @Field(() => MoneyInput, { description: 'At most the amount matched but not paid yet.' }) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
