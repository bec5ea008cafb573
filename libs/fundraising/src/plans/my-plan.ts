import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Money } from '@upstander/ledger';
import { DateTimeScalar, TimeZoneScalar } from '@upstander/platform';
import { GiftStatus } from '../gifts/gift-status.js';
import { PlanStatus } from './plan-status.js';

@ObjectType({ description: 'One month of a monthly gift.' })
export class PlanGift {
  @Field(() => ID) id!: string;
  @Field(() => GiftStatus) status!: GiftStatus;
  @Field(() => Money) intended!: Money;
  @Field(() => Money) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) paidAt!: Date | null;
  @Field(() => String, { description: 'Opens the page of this gift.' }) token!: string;
}

@ObjectType({ description: 'A monthly gift, as its donor sees it by their personal link.' })
export class MyPlan {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'The personal link again, for forms.' }) token!: string;
  @Field(() => PlanStatus) status!: PlanStatus;
  @Field(() => Money) intended!: Money;
  @Field(() => Money) cover!: Money;
  @Field(() => Money, { description: 'The two together: what is charged each month.' }) charged!: Money;
  @Field(() => DateTimeScalar, { nullable: true }) startedAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Null once it is stopped.' }) nextChargeAt!: Date | null;
  @Field(() => DateTimeScalar, { nullable: true }) stoppedAt!: Date | null;
  @Field(() => Boolean, {
    description: 'Whether the donor has stopped it while Stripe could not be told yet; nothing more is to be done.',
  })
  stopRequested!: boolean;
  @Field(() => String, { nullable: true, description: "Why the last charge failed, by Stripe's code." })
  failureCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The same in words of the language of the gift.' })
  failureWords!: string | null;
  @Field(() => String) campaignTitle!: string;
  @Field(() => String) campaignUrl!: string;
  @Field(() => TimeZoneScalar, { description: 'Of the campaign: the days of its gifts are told in it.' })
  timeZone!: string;
  @Field(() => [PlanGift], { description: 'The last twelve months, the latest first.' }) gifts!: PlanGift[];
}
