import { Field, ID, InputType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';
import { LocalDateScalar } from '@upstander/platform';

@InputType({ description: 'The payout whose confirmation is undone.' })
export class UndoPayoutConfirmationInput {
  @Field(() => ID) id!: string;
}

@InputType({ description: 'A payout as the statement of the bank has it.' })
export class ConfirmPayoutInput {
  @Field(() => ID) id!: string;
  @Field(() => MoneyInput) bankAmount!: MoneyInput;
  @Field(() => LocalDateScalar) seenOn!: string;
}
