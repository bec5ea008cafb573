import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MoneyInput } from '@upstander/ledger';

@InputType({ description: 'Changes to a recurring gift, from the next charge on.' })
export class ChangeRecurringGiftInput {
  @Field(() => String) token!: string;
  @Field(() => MoneyInput, { nullable: true, description: 'Monthly gift amount; unchanged if omitted.' })
  amount?: MoneyInput | null;
  @Field(() => Boolean, { nullable: true, description: 'True to cover the fee; unchanged if omitted.' })
  coverFee?: boolean | null;
}

@InputType({ description: 'A recurring gift to stop, by its donor.' })
export class StopRecurringGiftInput {
  @Field(() => String) token!: string;
  @Field(() => String, { nullable: true, description: 'Reason for stopping, optional.' }) reason?: string | null;
}

@InputType({ description: "A recurring gift, identified by the link in the donor's email." })
export class RecurringGiftTokenInput {
  @Field(() => String) token!: string;
}

@InputType({ description: "A recurring gift to stop on the donor's behalf." })
export class StopRecurringGiftByStaffInput {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Reason, for staff only; the donor cannot see it.' }) note!: string;
}

@ObjectType({ description: 'A Stripe page where a donor can replace the card of a recurring gift.' })
export class RecurringGiftPortal {
  @Field(() => String, { description: 'URL of the Stripe page for replacing the card; valid for a short time.' })
  url!: string;
}
