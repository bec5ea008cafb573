import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'Somebody of staff who did something.' })
export class StaffActor {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Null where the account is gone.' })
  name!: string | null;
}

@ObjectType({ description: 'Something that an action was about.' })
export class StaffActionThing {
  @Field(() => String, { description: 'What the API calls it, such as `event`.' })
  kind!: string;

  @Field(() => ID)
  id!: string;
}

@ObjectType('StaffAction', {
  description: 'Something that somebody of staff did. It says nothing of what was written.',
})
export class StaffActionEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => StaffActor, { description: 'Who did it.' })
  actor!: StaffActor;

  @Field(() => String, { description: 'The operation, as the API calls it; `export` for a file.' })
  operation!: string;

  @Field(() => String, { nullable: true, description: 'Of a file, which one.' })
  detail!: string | null;

  @Field(() => [StaffActionThing], { description: 'What it was about, by ids.' })
  things!: StaffActionThing[];

  @Field(() => String, { description: 'Under which it stands in the log.' })
  requestId!: string;
}

@ObjectType()
export class StaffActionConnection extends ConnectionOf(StaffActionEntry, 'StaffAction') {}

@InputType({ description: 'Which of the things that staff did.' })
export class StaffActionFilter {
  @Field(() => ID, { nullable: true, description: 'Only what this account did.' })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this operation.' })
  operation?: string | null;

  @Field(() => String, { nullable: true, description: 'A thing by its id, or the id of a request.' })
  about?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Not what was done before this moment.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was done before this moment.' })
  until?: Date | null;
}

@ArgsType()
export class StaffActionsArgs {
  @Field(() => StaffActionFilter, { nullable: true })
  filter?: StaffActionFilter | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
