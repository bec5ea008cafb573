import { Field, ID, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'Filter for credentials. Omitted fields do not filter.' })
export class CredentialFilter {
  @Field(() => ID, { nullable: true, description: 'Only credentials of this type.' })
  typeId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Only volunteers known to this chapter.' })
  chapterId?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Only credentials whose last day is within this many days, from 1 to 365.',
  })
  expiresWithin?: number | null;
}
