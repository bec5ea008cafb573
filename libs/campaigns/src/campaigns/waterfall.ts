import { Field, ObjectType } from '@nestjs/graphql';
import { Disbursement } from '@upstander/accounting';
import { Money } from '@upstander/ledger';
import { DateTimeScalar } from '@upstander/platform';

export type PublicDisbursement = Pick<Disbursement, 'id' | 'amount' | 'paidOn' | 'beneficiaryName' | 'evidenceUrl'>;

/** Sums over the ledger. Each line matches its accounts, and the lines add up to the cent. */
@ObjectType({
  description:
    "Breakdown of a campaign's money: charged - fees - refunds - disputes + matched = net = disbursed + held.",
})
export class Waterfall {
  @Field(() => Money, { description: 'Amount paid by donors, including fee coverage.' }) charged!: Money;
  @Field(() => Money, { description: 'Card processing and dispute fees.' }) fees!: Money;
  @Field(() => Money, { description: 'Amount refunded.' }) refunds!: Money;
  @Field(() => Money, { description: 'Amount under dispute or lost in disputes.' }) disputes!: Money;
  @Field(() => Money, { description: 'Amount added by sponsors, promised or paid.' }) matched!: Money;
  @Field(() => Money) net!: Money;
  @Field(() => Money, { description: 'Amount sent to the beneficiary.' }) disbursed!: Money;
  @Field(() => Money, { description: 'Amount not disbursed yet.' }) held!: Money;
  @Field(() => DateTimeScalar) asOf!: Date;
  @Field(() => [Disbursement], { description: 'Disbursements, newest first; at most 100.' })
  disbursements!: PublicDisbursement[];
}
