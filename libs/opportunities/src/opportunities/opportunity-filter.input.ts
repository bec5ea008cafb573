import { Field, InputType } from '@nestjs/graphql';
import { Barrier, OpportunityKind } from './opportunity-enums.js';

@InputType({ description: 'Which opportunities to show; everything said must hold.' })
export class OpportunityFilter {
  @Field(() => [OpportunityKind], { nullable: true, description: 'Any of these.' }) kind?: OpportunityKind[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'A part of the place; fewer than three letters are looked for at its beginning.',
  })
  place?: string | null;
  @Field(() => Boolean, { nullable: true }) remote?: boolean | null;
  @Field(() => [Barrier], { nullable: true, description: 'All of these.' }) barriers?: Barrier[] | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Words from the title, the text or the place; fewer than three letters are looked for at the beginning.',
  })
  search?: string | null;
}
