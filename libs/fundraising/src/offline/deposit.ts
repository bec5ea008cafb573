import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { ConnectionOf, DateTimeScalar, LocalDateScalar } from '@upstander/platform';

@ObjectType({ description: 'Cash and cheques that were brought to the bank.' })
export class Deposit {
  @Field(() => ID) id!: string;
  @Field(() => Money) amount!: Money;
  @Field(() => LocalDateScalar) depositedOn!: string;
  @Field(() => String) reference!: string;
  @Field(() => String, { description: 'Who of us noted it.' }) recordedByName!: string;
  @Field(() => DateTimeScalar) recordedAt!: Date;
}

@ObjectType()
export class DepositConnection extends ConnectionOf(Deposit, 'Deposit') {}
