import { ArgsType, Field, ID, ObjectType, Int } from '@nestjs/graphql';
import { VolunteerSelection } from '../directory/volunteer-selection.js';

@ArgsType()
export class TagArgs {
  @Field(() => [ID], { nullable: true, description: 'The volunteers, at most 500; or `matching`.' })
  ids?: string[] | null;
  @Field(() => VolunteerSelection, { nullable: true, description: 'All volunteers that match a filter; or `ids`.' })
  matching?: VolunteerSelection | null;
  @Field(() => String, { description: 'The tag, at most 40 characters; capitals make no other one.' }) tag!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      'The chapter whose tag it is. Left out: the only one of whoever asks, or the organisation for whoever looks after all; where it is taken away, every one of whoever asks.',
  })
  chapterId?: string | null;
}

@ObjectType({ description: 'A tag, and how many volunteers have it.' })
export class VolunteerTag {
  @Field(() => String, { description: 'The tag.' }) name!: string;
  @Field(() => Int) count!: number;
}
