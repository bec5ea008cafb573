import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'So many differences of one kind.' })
export class LedgerFinding {
  @Field(() => String, { description: 'The kind of the difference, such as balance-off.' }) kind!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'One run of the check that proves the ledger against gifts, Stripe and itself.' })
export class LedgerCheck {
  @Field(() => ID) id!: string;
  @Field(() => DateTimeScalar) at!: Date;
  @Field(() => Float, { description: 'How long it took.' }) seconds!: number;
  @Field(() => Int) transactions!: number;
  @Field(() => Int) postings!: number;
  @Field(() => Int) gifts!: number;
  @Field(() => Int, { description: "Lines of Stripe's own ledger." }) balanceTransactions!: number;
  @Field(() => Boolean, { description: 'Whether everything agreed.' }) agrees!: boolean;
  @Field(() => [LedgerFinding], { description: 'What did not agree; each is a difference until somebody settles it.' })
  findings!: LedgerFinding[];
}
