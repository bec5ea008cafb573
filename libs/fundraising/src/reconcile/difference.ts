import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({
  description: 'What does not agree between a gift, Stripe and the ledger; shown until somebody settled it.',
})
export class Difference {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'What kind, such as charge-without-gift.' }) kind!: string;
  @Field(() => String, { description: 'What it is about, such as charge:ch_….' }) about!: string;
  @Field(() => ID, { nullable: true }) giftId!: string | null;
  @Field(() => Money, { nullable: true }) expected!: Money | null;
  @Field(() => Money, { nullable: true }) found!: Money | null;
  @Field(() => DateTimeScalar) foundAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true }) settledAt!: Date | null;
  @Field(() => String, { nullable: true }) settledBy!: string | null;
  @Field(() => String, { nullable: true }) settledNote!: string | null;
}

@ObjectType()
export class DifferenceConnection extends ConnectionOf(Difference, 'Difference') {}

@InputType({ description: 'Why a discrepancy is settled.' })
export class SettleDifferenceInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}
