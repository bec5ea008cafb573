import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, enumOf, type EnumOf } from '@upstander/platform';

export const MoneyTaskKind = enumOf('MoneyTaskKind', 'Kind of finance task that needs a person.', {
  'refunds-to-approve': 'Refunds awaiting approval by a second person.',
  'disputes-due': 'Disputes that need a response at Stripe.',
  'fraud-warnings': 'Unhandled fraud warnings.',
  'campaigns-to-review': 'Campaigns awaiting review.',
  'disbursements-to-approve': 'Disbursements awaiting approval by a second person.',
  'disbursements-overdue': 'Funds held past the disbursement deadline.',
  'payouts-unconfirmed': 'Payouts not confirmed on the bank statement.',
  discrepancies: 'Discrepancies between the ledger and Stripe.',
  'beneficiary-checks-due': 'Partner checks that are due again.',
  'pledges-overdue': 'Pledges past their due date.',
  'tax-number-missing': 'The organization has no tax ID that receipts could print.',
});
export type MoneyTaskKind = EnumOf<typeof MoneyTaskKind>;

@ObjectType({ description: 'Finance tasks of one kind that need a person.' })
export class MoneyTask {
  @Field(() => MoneyTaskKind) kind!: MoneyTaskKind;
  @Field(() => Int) count!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the oldest item started waiting.' })
  oldestAt!: Date | null;
}
