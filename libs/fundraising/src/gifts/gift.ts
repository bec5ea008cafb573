import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { Frequency, GiftStatus } from './gift-status.js';

@ObjectType({ description: 'A gift, as somebody is told of it who has just begun it.' })
export class Gift {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money, { description: 'What they mean to give.' }) intended!: Money;
  @Field(() => Money, { description: 'What they add so that the fee does not lessen it.' }) cover!: Money;
  @Field(() => Money, { description: 'The two together: what is charged.' }) charged!: Money;
  @Field(() => Frequency) frequency!: Frequency;
}

@ObjectType({ description: 'The gift that was begun, and where to pay it.' })
export class StartDonationPayload {
  @Field(() => Gift) gift!: Gift;
  @Field(() => String, { description: "Stripe's payment page for this gift." }) checkoutUrl!: string;
  @Field(() => String, { description: 'Opens the page that says how the gift fares.' }) token!: string;
}
