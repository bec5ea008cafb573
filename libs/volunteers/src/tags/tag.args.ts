import { ArgsType, Field, ID, ObjectType, Int } from '@nestjs/graphql';
import { VolunteerSelection } from '../directory/volunteer-selection.js';

@ArgsType()
export class TagArgs {
  @Field(() => [ID], { nullable: true, description: 'IDs of the volunteers, at most 500; or use `matching`.' })
  ids?: string[] | null;
  @Field(() => VolunteerSelection, { nullable: true, description: 'All volunteers that match a filter; or use `ids`.' })
  matching?: VolunteerSelection | null;
  @Field(() => String, { description: 'The tag, at most 40 characters; not case-sensitive.' }) tag!: string;
  @Field(() => ID, {
    nullable: true,
    description:
      "ID of the chapter that owns the tag. Defaults to the caller's only chapter, or to the organization for callers with access to all chapters. When removing a tag: defaults to all of the caller's chapters.",
  })
  chapterId?: string | null;
}

@ObjectType({ description: 'A tag and the number of volunteers who have it.' })
export class VolunteerTag {
  @Field(() => String, { description: 'Name of the tag.' }) name!: string;
  @Field(() => Int) count!: number;
}
