import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { CurrencyCode, MinorAmount, Money, MoneyInput, SummedConnectionOf } from '@upstander/ledger';
import { Answer, Id, InputOf, Instant, LocalDate, Ref, SeenBy, Text } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

/** Cash and cheques brought to the bank. */
@Entity({ schema: 'fundraising', name: 'deposit' })
export class Deposit {
  @Id({ seenBy }) id!: string;
  @MinorAmount() amountMinor!: string;
  @CurrencyCode() currency!: string;
  @LocalDate({ seenBy }) depositedOn!: string;
  @Text({ seenBy, max: 120, default: '' }) reference!: string;
  @Ref() recordedBy!: string;
  @Instant({ seenBy }) recordedAt!: Date;
}

@ObjectType('Deposit', { description: 'Cash and cheques that were brought to the bank.' })
export class ManagedDeposit extends SeenBy(Deposit, 'staff') {
  @Answer(() => Money) amount!: Money;
  @Answer(() => String, { description: 'Who of us noted it.' }) recordedByName!: string;
}

@ObjectType()
export class DepositConnection extends SummedConnectionOf(ManagedDeposit, 'Deposit') {}

@InputType({ description: 'Cash and cheques that were brought to the bank.' })
export class RecordDepositInput extends InputOf(Deposit, {
  required: ['depositedOn'],
  optional: ['reference'],
  words: { reference: "What the bank's statement calls it." },
}) {
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
