import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { HarmTag } from '../opportunities/opportunity-enums.js';

@InputType({ description: 'Staff approval of exactly the version that was reviewed.' })
export class ApproveOpportunityInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Version that was reviewed. Later edits are never approved unread.' })
  version!: number;
  @Field(() => [HarmTag]) harmTags!: HarmTag[];
  @Field(() => Boolean, { description: 'True to allow search engines to index it, if the business wants that too.' })
  isPublic!: boolean;
  @Field(() => String, {
    nullable: true,
    description:
      'Internal note for the history, never shown to the business. Required if there are red flags: why they are harmless.',
  })
  note?: string | null;
}

@InputType({ description: 'Content warnings and indexing of an opportunity, set by staff without a new review.' })
export class TagOpportunityInput {
  @Field(() => ID) id!: string;
  @Field(() => [HarmTag]) harmTags!: HarmTag[];
  @Field(() => Boolean) isPublic!: boolean;
}
