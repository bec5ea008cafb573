import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { RecordName } from '@upstander/identity';
import { CurrencyCode, MinorAmount, Money, MoneyInput, SummedConnectionOf } from '@upstander/ledger';
import { ComputedField, Id, InputOf, Instant, LocalDate, Ref, SeenBy, Text, NoPersonalData } from '@upstander/platform';
import { Entity } from 'typeorm';

const seenBy = 'staff';

@NoPersonalData('currency deposited_on reference')
@RecordName('deposit', {
  sql: `SELECT id, nullif(reference, '') AS name, deposited_on::text AS day
    FROM fundraising.deposit WHERE id = ANY ($1::uuid[])`,
  path: () => '/gifts/cash',
})
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

@ObjectType('Deposit', { description: 'A bank deposit of cash and checks.' })
export class ManagedDeposit extends SeenBy(Deposit, 'staff') {
  @ComputedField(() => Money) amount!: Money;
  @ComputedField(() => String, { description: 'Name of the person who recorded it.' }) recordedByName!: string;
}

@ObjectType()
export class DepositConnection extends SummedConnectionOf(ManagedDeposit, 'Deposit') {}

@InputType({ description: 'A bank deposit of cash and checks.' })
export class RecordDepositInput extends InputOf(Deposit, {
  required: ['depositedOn'],
  optional: ['reference'],
  words: { reference: 'Reference on the bank statement.' },
}) {
  @Field(() => MoneyInput) amount!: MoneyInput;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}
