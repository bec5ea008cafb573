import { Int, ObjectType } from '@nestjs/graphql';
import { ComputedField, Choice, Id, Instant, LongText, Ref, Text } from '@upstander/platform';
import { IntroductionAnswer } from '../applications/introduction-answer.js';

@ObjectType({ description: 'A message between a business and an advocate, as shown to the business.' })
export class MyIntroductionMessage {
  @Id({ seenBy: 'anyone' }) id!: string;
  @ComputedField(() => Boolean) fromUs!: boolean;
  @LongText({ seenBy: 'anyone', max: 4_000 }) body!: string;
  @Instant({ seenBy: 'anyone' }) at!: Date;
}

@ObjectType({
  description: 'A person introduced to a business, with only the information they consented to share.',
})
export class MyIntroduction {
  @Id({ seenBy: 'anyone' }) id!: string;
  @Text({ seenBy: 'anyone', max: 80 }) alias!: string;
  @ComputedField(() => String) opportunityTitle!: string;
  @Ref({ seenBy: 'anyone' }) opportunityId!: string;
  @LongText({ seenBy: 'anyone', max: 1_000 }) shares!: string;
  @LongText({ seenBy: 'anyone', max: 300, nullable: true }) availability!: string | null;
  @Instant({ seenBy: 'anyone' }) createdAt!: Date;
  @Choice(IntroductionAnswer, { seenBy: 'anyone', nullable: true }) answer!: IntroductionAnswer | null;
  @ComputedField(() => Int, { description: 'Number of messages from the advocate that the business has not opened.' })
  unread!: number;
  @ComputedField(() => [MyIntroductionMessage], { description: 'Messages, oldest first.' })
  messages!: MyIntroductionMessage[];
}
