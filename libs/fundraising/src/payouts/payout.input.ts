import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'A payout as the statement of the bank has it.' })
export class ConfirmPayoutInput {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput) bankAmount!: MoneyInput;
  @Field(() => LocalDateScalar) seenOn!: string;
}
