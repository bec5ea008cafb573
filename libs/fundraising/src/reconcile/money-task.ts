import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const MoneyTaskKind = enumOf('MoneyTaskKind', 'What about money waits for a person.', {
  'refunds-to-approve': 'Refunds that wait for a second person.',
  'disputes-due': 'Disputes that have to be answered at Stripe.',
  'fraud-warnings': 'Warnings of fraud that nobody dealt with.',
  'campaigns-to-review': 'Campaigns that wait for a reviewer.',
  'disbursements-to-approve': 'Disbursements that wait for a second person.',
  'disbursements-overdue': 'Money that is here longer than it may be.',
  'payouts-unconfirmed': 'Payouts that nobody saw on the statement of the bank.',
  discrepancies: 'Discrepancies between the ledger and Stripe.',
  'beneficiary-checks-due': 'Checks of a partner that have to be made again.',
  'pledges-overdue': 'Pledges whose day has gone by.',
  'tax-number-missing': 'The organization has no tax ID that receipts could print.',
});
export type MoneyTaskKind = EnumOf<typeof MoneyTaskKind>;

@ObjectType({ description: 'A pile of things of one kind that wait for a person.' })
export class MoneyTask {
  @Field(() => MoneyTaskKind) kind!: MoneyTaskKind;
  @Field(() => Int) count!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the oldest waits.' }) oldestAt!: Date | null;
}
