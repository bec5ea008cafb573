import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

export const MoneyTaskKind = {
  REFUNDS_TO_APPROVE: 'refunds-to-approve',
  DISPUTES_DUE: 'disputes-due',
  FRAUD_WARNINGS: 'fraud-warnings',
  CAMPAIGNS_TO_REVIEW: 'campaigns-to-review',
  DISBURSEMENTS_TO_APPROVE: 'disbursements-to-approve',
  DISBURSEMENTS_OVERDUE: 'disbursements-overdue',
  PAYOUTS_UNCONFIRMED: 'payouts-unconfirmed',
  DISCREPANCIES: 'discrepancies',
  BENEFICIARY_CHECKS_DUE: 'beneficiary-checks-due',
  PLEDGES_OVERDUE: 'pledges-overdue',
  TAX_NUMBER_MISSING: 'tax-number-missing',
} as const;
export type MoneyTaskKind = (typeof MoneyTaskKind)[keyof typeof MoneyTaskKind];
registerEnumType(MoneyTaskKind, { name: 'MoneyTaskKind', description: 'What about money waits for a person.' });

@ObjectType({ description: 'A pile of things of one kind that wait for a person.' })
export class MoneyTask {
  @Field(() => MoneyTaskKind) kind!: MoneyTaskKind;
  @Field(() => Int) count!: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when the oldest waits.' }) oldestAt!: Date | null;
}
