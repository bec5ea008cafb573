import { Field, ObjectType } from '@nestjs/graphql';
import { RedFlag } from '../red-flags/red-flag.js';

@ObjectType({ description: 'How an opportunity that is being written would be shown, and what the rules find in it.' })
export class OpportunityPreview {
  @Field(() => String, { description: 'The description as safe HTML.' }) descriptionHtml!: string;
  @Field(() => [RedFlag]) flags!: RedFlag[];
}
