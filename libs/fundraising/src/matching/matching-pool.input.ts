import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { InputOf } from '@upstander/platform';
import { MatchingPool } from './matching-pool.entity.js';
import { SponsorPayment } from './sponsor-payment.entity.js';

@InputType({ description: 'What a sponsor promised to add to gifts.' })
export class CreateMatchingPoolInput extends InputOf(MatchingPool, {
  required: ['campaignId', 'sponsorName', 'startsAt', 'endsAt'],
}) {
  @Field(() => Boolean, { defaultValue: false }) sponsorHidden!: boolean;
  @Field(() => Int, { defaultValue: 100, description: 'In hundredths of what is given: 100 doubles it; at most 1000.' })
  ratioPercent!: number;
  @Field(() => MoneyInput) cap!: MoneyInput;
  @Field(() => MoneyInput, { nullable: true }) perGiftCap?: MoneyInput | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What is not said stays. Once gifts are matched, the rule of the match stays too.' })
export class UpdateMatchingPoolInput extends InputOf(MatchingPool, {
  optional: ['sponsorName', 'sponsorHidden', 'ratioPercent', 'startsAt', 'endsAt'],
}) {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput, { nullable: true, description: 'Never below what is matched.' }) cap?: MoneyInput | null;
  @Field(() => MoneyInput, { nullable: true }) perGiftCap?: MoneyInput | null;
}

@InputType({ description: 'The end of a matching pool before its time.' })
export class CloseMatchingPoolInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'What a sponsor paid of their promise.' })
export class RecordSponsorPaymentInput extends InputOf(SponsorPayment, {
  required: ['poolId', 'receivedOn'],
  optional: ['reference'],
}) {
  @Field(() => MoneyInput, { description: 'At most what is matched and not paid yet.' }) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
