import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Money, MoneyInput } from '@upstander/ledger';
import { DateTimeScalar, LocalDateScalar } from '@upstander/platform';

export const PoolStatus = {
  AHEAD: 'ahead',
  OPEN: 'open',
  USED_UP: 'used_up',
  ENDED: 'ended',
  CLOSED: 'closed',
} as const;
export type PoolStatus = (typeof PoolStatus)[keyof typeof PoolStatus];
registerEnumType(PoolStatus, {
  name: 'PoolStatus',
  description: 'Whether a sponsor matches gifts now.',
  valuesMap: {
    AHEAD: { description: 'Begins later.' },
    USED_UP: { description: 'All of it is matched; a refund may free some again.' },
    ENDED: { description: 'Its time is over.' },
    CLOSED: { description: 'Ended by hand.' },
  },
});

@ObjectType({ description: 'What a sponsor paid of what was matched.' })
export class SponsorPayment {
  @Field(() => ID) id!: string;
  @Field(() => Money) amount!: Money;
  @Field(() => LocalDateScalar) receivedOn!: string;
  @Field(() => String) reference!: string;
  @Field(() => DateTimeScalar) recordedAt!: Date;
}

@ObjectType({ description: "A sponsor's promise to match gifts, for those who look after the money." })
export class ManagedMatchingPool {
  @Field(() => ID) id!: string;
  @Field(() => ID) campaignId!: string;
  @Field(() => String) campaignTitle!: string;
  @Field(() => PoolStatus) status!: PoolStatus;
  @Field(() => String) sponsorName!: string;
  @Field(() => Boolean) sponsorHidden!: boolean;
  @Field(() => Int) ratioPercent!: number;
  @Field(() => Money) cap!: Money;
  @Field(() => Money, { nullable: true, description: 'The most for a single gift.' }) perGiftCap!: Money | null;
  @Field(() => Money) matched!: Money;
  @Field(() => Money) remaining!: Money;
  @Field(() => Money, { description: 'What the sponsor has paid.' }) received!: Money;
  @Field(() => Money, { description: 'Matched and not paid yet; negative when refunds came after the payment.' })
  outstanding!: Money;
  @Field(() => Int, { description: 'How many gifts were matched.' }) giftCount!: number;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) closedAt!: Date | null;
  @Field(() => [SponsorPayment]) payments!: SponsorPayment[];
}

@InputType({ description: 'What a sponsor promised to add to gifts.' })
export class CreateMatchingPoolInput {
  @Field(() => ID) campaignId!: string;
  @Field(() => String) sponsorName!: string;
  @Field(() => Boolean, { defaultValue: false }) sponsorHidden!: boolean;
  @Field(() => Int, { defaultValue: 100, description: 'In hundredths of what is given: 100 doubles it; at most 1000.' })
  ratioPercent!: number;
  @Field(() => MoneyInput) cap!: MoneyInput;
  @Field(() => MoneyInput, { nullable: true }) perGiftCap?: MoneyInput | null;
  @Field(() => DateTimeScalar) startsAt!: Date;
  @Field(() => DateTimeScalar) endsAt!: Date;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@InputType({ description: 'What is not said stays. Once gifts are matched, the rule of the match stays too.' })
export class UpdateMatchingPoolInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) sponsorName?: string | null;
  @Field(() => Boolean, { nullable: true }) sponsorHidden?: boolean | null;
  @Field(() => Int, { nullable: true }) ratioPercent?: number | null;
  @Field(() => MoneyInput, { nullable: true, description: 'Never below what is matched.' }) cap?: MoneyInput | null;
  @Field(() => MoneyInput, { nullable: true }) perGiftCap?: MoneyInput | null;
  @Field(() => DateTimeScalar, { nullable: true }) startsAt?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) endsAt?: Date | null;
}

@InputType({ description: 'The end of a matching pool before its time.' })
export class CloseMatchingPoolInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'What a sponsor paid of their promise.' })
export class RecordSponsorPaymentInput {
  @Field(() => ID) poolId!: string;
  @Field(() => MoneyInput, { description: 'At most what is matched and not paid yet.' }) amount!: MoneyInput;
  @Field(() => LocalDateScalar) receivedOn!: string;
  @Field(() => String, { nullable: true }) reference?: string | null;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
