import { Field, InputType } from '@nestjs/graphql';
import { Barrier, OpportunityKind } from './opportunity-enums.js';

@InputType({ description: 'Filter for opportunities; all criteria must match.' })
export class OpportunityFilter {
  @Field(() => [OpportunityKind], { nullable: true, description: 'Only opportunities of one of these kinds.' }) kind?:
    | OpportunityKind[]
    | null;
  @Field(() => String, {
    nullable: true,
    description: 'Part of the place; fewer than three letters match only its beginning.',
  })
  place?: string | null;
  @Field(() => Boolean, { nullable: true }) remote?: boolean | null;
  @Field(() => [Barrier], { nullable: true, description: 'Only opportunities that remove all of these barriers.' })
  barriers?: Barrier[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Words from the title, description, or place. Words of fewer than three letters match only at the beginning.',
  })
  search?: string | null;
}
