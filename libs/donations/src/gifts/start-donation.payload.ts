import { Field, ObjectType } from '@nestjs/graphql';
import { type StartedGift, Gift } from '@upstander/accounting';

@ObjectType({ description: 'The new gift and the URL for paying it.' })
export class StartDonationPayload {
  @Field(() => Gift) gift!: StartedGift;
  @Field(() => String, { description: 'URL of the Stripe payment page.' }) checkoutUrl!: string;
  @Field(() => String, { description: 'Token for the status page of the gift.' }) token!: string;
}
