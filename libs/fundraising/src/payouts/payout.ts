import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Money, MoneyInput } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '@upstander/platform';

@ObjectType({ description: "One line of Stripe's own account of our money." })
export class BalanceTransaction {
  @Field(() => ID) id!: string;
  @Field(() => String) type!: string;
  @Field(() => String, { nullable: true }) sourceId!: string | null;
  @Field(() => ID, { nullable: true }) giftId!: string | null;
  @Field(() => Money) amount!: Money;
  @Field(() => Money) fee!: Money;
  @Field(() => Money) net!: Money;
  @Field(() => DateTimeScalar) createdAt!: Date;
}

@ObjectType({ description: 'Money on its way from Stripe to the bank.' })
export class Payout {
  @Field(() => ID) id!: string;
  @Field(() => String) stripePayoutId!: string;
  @Field(() => Money) amount!: Money;
  @Field(() => String, { description: "Stripe's word: pending, in_transit, paid, failed, canceled." }) status!: string;
  @Field(() => LocalDateScalar) arrivesOn!: string;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => Money, { nullable: true, description: 'The sum of what it pays out, once that was listed.' })
  transactionsNet!: Money | null;
  @Field(() => Int, { nullable: true }) transactionCount!: number | null;
  @Field(() => Money, { nullable: true, description: 'Amount less that sum: zero when everything agrees.' })
  difference!: Money | null;
  @Field(() => Money, { nullable: true, description: 'What the bank statement says.' }) bankAmount!: Money | null;
  @Field(() => LocalDateScalar, { nullable: true }) bankSeenOn!: string | null;
  @Field(() => String, { nullable: true }) bankConfirmedBy!: string | null;
}

@ObjectType({ description: 'A payout with what it pays out.' })
export class PayoutDetails extends Payout {
  @Field(() => [BalanceTransaction], { description: 'At most 1,000 of them, the latest first.' })
  transactions!: BalanceTransaction[];
}

@ObjectType()
export class PayoutConnection extends ConnectionOf(Payout, 'Payout') {}

@InputType({ description: 'A payout as the statement of the bank has it.' })
export class ConfirmPayoutInput {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput) bankAmount!: MoneyInput;
  @Field(() => LocalDateScalar) seenOn!: string;
}
