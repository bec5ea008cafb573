import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';

@InputType({ description: 'What a donor changes of a recurring gift, from the next charge on.' })
export class ChangeRecurringGiftInput {
  @Field(() => String) token!: string;
  @Field(() => MoneyInput, { nullable: true, description: 'What each month is meant to give; as before unless said.' })
  amount?: MoneyInput | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether to add what covers the fee; as before unless said.' })
  coverFee?: boolean | null;
}

@InputType({ description: 'A recurring gift that its donor stops.' })
export class StopRecurringGiftInput {
  @Field(() => String) token!: string;
  @Field(() => String, { nullable: true, description: 'Why, if they want to say.' }) reason?: string | null;
}

@InputType({ description: 'A recurring gift, by the link in the mails of its donor.' })
export class RecurringGiftTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: 'A recurring gift that staff stop for a donor.' })
export class StopRecurringGiftByStaffInput {
  @Field(() => ID) id!: string;
  @Field(() => String) note!: string;
}

@ObjectType({ description: 'Where a donor can replace the card of a recurring gift.' })
export class RecurringGiftPortal {
  @Field(() => String, { description: "Stripe's own page, where a card can be replaced; it works for a short while." })
  url!: string;
}
