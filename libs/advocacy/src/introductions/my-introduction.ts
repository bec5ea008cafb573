import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { IntroductionAnswer } from './introduction-answer.js';

@ObjectType({ description: 'A message between the business and the advocate, as the business sees it.' })
export class MyIntroductionMessage {
  @Field(() => ID) id!: string;
  @Field(() => Boolean) fromUs!: boolean;
  @Field(() => String) body!: string;
  @Field(() => DateTimeScalar) at!: Date;
}

@ObjectType({
  description: 'Somebody who wishes to be known to a business: what they agreed to tell, and nothing else.',
})
export class MyIntroduction {
  @Field(() => ID) id!: string;
  @Field(() => String) alias!: string;
  @Field(() => String) opportunityTitle!: string;
  @Field(() => ID) opportunityId!: string;
  @Field(() => String) shares!: string;
  @Field(() => String, { nullable: true }) availability!: string | null;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => IntroductionAnswer, { nullable: true }) answer!: IntroductionAnswer | null;
  @Field(() => Int, { description: 'Messages of the advocate that the business has not opened.' }) unread!: number;
  @Field(() => [MyIntroductionMessage], { description: 'Oldest first.' }) messages!: MyIntroductionMessage[];
}
