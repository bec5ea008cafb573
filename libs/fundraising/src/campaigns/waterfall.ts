import { Field, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { DateTimeScalar } from '@upstander/platform';
import { Disbursement } from '../disbursements/disbursement.entity.js';

/** A payment as everybody sees it. */
export type PublicDisbursement = Pick<Disbursement, 'id' | 'amount' | 'paidOn' | 'beneficiaryName' | 'evidenceUrl'>;

/** Sums over the ledger: every line is what its accounts say, and the lines add up to the cent. */
@ObjectType({
  description: 'Where the money went: charged - fees - refunds - disputes + matched = net = disbursed + held.',
})
export class Waterfall {
  @Field(() => Money, { description: 'What donors paid, the fee they covered included.' }) charged!: Money;
  @Field(() => Money, { description: 'What card processing and disputes cost.' }) fees!: Money;
  @Field(() => Money, { description: 'What was given back.' }) refunds!: Money;
  @Field(() => Money, { description: 'What is disputed or was lost in a dispute.' }) disputes!: Money;
  @Field(() => Money, { description: 'What sponsors add, promised or paid.' }) matched!: Money;
  @Field(() => Money) net!: Money;
  @Field(() => Money, { description: 'What the beneficiary has.' }) disbursed!: Money;
  @Field(() => Money, { description: 'What is still here.' }) held!: Money;
  @Field(() => DateTimeScalar) asOf!: Date;
  @Field(() => [Disbursement], { description: 'The latest first; at most 100.' })
  disbursements!: PublicDisbursement[];
}
