import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'The payout whose confirmation to undo.' })
export class UndoPayoutConfirmationInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A payout, as it appears on the bank statement.' })
export class ConfirmPayoutInput {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput) bankAmount!: MoneyInput;
  @Field(() => LocalDateScalar) statementDate!: string;
}
