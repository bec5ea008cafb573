import { Field, ID, ObjectType } from '@nestjs/graphql';
import { GiftStatus } from '@upstander/accounting';
import { Money } from '@upstander/ledger';
import { ComputedField, DateTimeScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { RecurringGift } from './recurring-gift.entity.js';

@ObjectType({ description: 'One monthly payment of a recurring gift.' })
export class RecurringGiftMonth {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) intended!: Money;
  @Field(() => Money) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
  @Field(() => String, { description: 'Token for the page of this gift.' }) token!: string;
}

@ObjectType({ description: 'A recurring gift, as shown to its donor by personal link.' })
export class MyRecurringGift extends SeenBy(RecurringGift, 'owner') {
  @ComputedField(() => String, { description: "The personal link's token again, for use in forms." }) token!: string;
  @ComputedField(() => String, {
    nullable: true,
    description: 'Why the last charge failed, as text in the language of the gift.',
  })
  failureMessage!: string | null;
  @ComputedField(() => String) campaignTitle!: string;
  @ComputedField(() => String) campaignUrl!: string;
  @ComputedField(() => TimeZoneScalar, { description: "Time zone of the campaign, used for the gift's dates." })
  timeZone!: string;
  @ComputedField(() => [RecurringGiftMonth], { description: 'The last twelve months, newest first.' })
  gifts!: RecurringGiftMonth[];
}
