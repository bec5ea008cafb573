import { Field, ObjectType } from '@nestjs/graphql';
import { RedFlag } from '../opportunities/red-flag.js';

@ObjectType({ description: 'A preview of an unsaved opportunity, with its red flags.' })
export class OpportunityPreview {
  @Field(() => String, { description: 'The description, as sanitized HTML.' }) descriptionHtml!: string;
  @Field(() => [RedFlag]) flags!: RedFlag[];
}
