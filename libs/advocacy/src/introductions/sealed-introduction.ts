import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '@upstander/platform';
import { SealedMessage } from '../messages/sealed-message.js';
import { IntroductionAnswer } from './introduction-answer.js';

@ObjectType({ description: 'What a business was told, as advocates see it.' })
export class SealedIntroduction {
  @Field(() => ID) id!: string;
  @Field(() => ID) businessId!: string;
  @Field(() => String) businessName!: string;
  @Field(() => DateTimeScalar) createdAt!: Date;
  @Field(() => IntroductionAnswer, { nullable: true }) answer!: IntroductionAnswer | null;
  @Field(() => String, { description: 'The name the business knows.' }) alias!: string;
  @Field(() => String) shares!: string;
  @Field(() => String, { nullable: true }) availability!: string | null;
  @Field(() => [SealedMessage], { description: 'With the business, oldest first.' }) messages!: SealedMessage[];
}
