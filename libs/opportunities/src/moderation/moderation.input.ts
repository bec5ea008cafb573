import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { HarmTag } from '../opportunities/opportunity-enums.js';

@InputType({ description: 'A yes of staff to exactly the version that was read.' })
export class ApproveOpportunityInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The version that was read; what was written since is never approved unread.' })
  version!: number;
  @Field(() => [HarmTag]) harmTags!: HarmTag[];
  @Field(() => Boolean, { description: 'Search engines may show it, if the business wants that too.' })
  isPublic!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'For the history, never shown to the business; needed where a rule found something: why it is all right.',
  })
  note?: string | null;
}

@InputType({ description: 'What staff say about an opportunity, without a new review.' })
export class TagOpportunityInput {
  @Field(() => ID) id!: string;
  @Field(() => [HarmTag]) harmTags!: HarmTag[];
  @Field(() => Boolean) isPublic!: boolean;
}
