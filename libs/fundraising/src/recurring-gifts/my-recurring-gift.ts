import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { Answer, DateTimeScalar, SeenBy, TimeZoneScalar } from '@upstander/platform';
import { GiftStatus } from '../gifts/gift-status.js';
import { RecurringGift } from './recurring-gift.entity.js';

@ObjectType({ description: 'One month of a recurring gift.' })
export class RecurringGiftMonth {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) intended!: Money;
  @Field(() => Money) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
  @Field(() => String, { description: 'Opens the page of this gift.' }) token!: string;
}

@ObjectType({ description: 'A recurring gift, as its donor sees it by their personal link.' })
export class MyRecurringGift extends SeenBy(RecurringGift, 'owner') {
  @Answer(() => String, { description: 'The personal link again, for forms.' }) token!: string;
  @Answer(() => String, { nullable: true, description: 'The same in words of the language of the gift.' })
  failureWords!: string | null;
  @Answer(() => String) campaignTitle!: string;
  @Answer(() => String) campaignUrl!: string;
  @Answer(() => TimeZoneScalar, { description: 'Of the campaign: the days of its gifts are told in it.' })
  timeZone!: string;
  @Answer(() => [RecurringGiftMonth], { description: 'The last twelve months, the latest first.' })
  gifts!: RecurringGiftMonth[];
}
