import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, enumOf, LocalDateScalar, PageArgs } from '@upstander/platform';
import type { NamedRecord, RecordState as ThingStateName } from '../record-names/record-names.js';

@ObjectType({ description: 'A staff member who performed an action.' })
export class StaffActor {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Name of the person; null if the account was removed.' })
  name!: string | null;
}

export const RecordState = enumOf('StaffActionTargetState', 'Status of an object in the log.', {
  present: 'The object exists.',
  erased: 'The name is that of a person who was erased.',
  deleted: 'The object no longer exists.',
  unnamed: 'Objects of this kind are never named.',
});

@ObjectType({ description: 'An object affected by an action, by its current name.' })
export class StaffActionTarget implements NamedRecord {
  @Field(() => String, { description: 'Kind of object, as named in the API, for example `event`.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'Null for kinds that are never named.' })
  id!: string | null;

  @Field(() => RecordState)
  state!: ThingStateName;

  @Field(() => String, { nullable: true, description: 'Title or name; null if it has none or is gone.' })
  name!: string | null;

  @Field(() => String, { nullable: true, description: 'The name in Spanish, if it has one.' })
  nameEs!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of what it belongs to, for example the event of a shift.' })
  context!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'A day that identifies objects without a name.' })
  day!: string | null;

  @Field(() => String, { nullable: true, description: 'Path of its page in the admin, relative to `/admin`.' })
  path!: string | null;
}

@ObjectType('StaffAction', {
  description: 'An action by a staff member, without its contents.',
})
export class StaffActionEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => StaffActor, { description: 'The staff member who did it.' })
  actor!: StaffActor;

  @Field(() => StaffActionTarget, {
    nullable: true,
    description: 'The access token with which a program did it for this staff member; null if they did it themselves.',
  })
  accessToken!: StaffActionTarget | null;

  @Field(() => String, { description: 'Name of the API operation; `export` for a file.' })
  operation!: string;

  @Field(() => String, { nullable: true, description: 'For a file: which list was exported.' })
  detail!: string | null;

  @Field(() => [StaffActionTarget], { description: 'The affected objects.' })
  targets!: StaffActionTarget[];

  @Field(() => String, { description: 'Request ID, as in the server log.' })
  requestId!: string;
}

@ObjectType()
export class StaffActionConnection extends ConnectionOf(StaffActionEntry, 'StaffAction') {}

@InputType({ description: 'Filter for staff actions.' })
export class StaffActionFilter {
  @Field(() => ID, { nullable: true, description: 'Only actions by this account.' })
  accountId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this operation.' })
  operation?: string | null;

  @Field(() => String, { nullable: true, description: 'ID of an object or request.' })
  about?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only actions at or after this time.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only actions before this time.' })
  until?: Date | null;
}

@ArgsType()
export class StaffActionsArgs extends PageArgs {
  @Field(() => StaffActionFilter, { nullable: true })
  filter?: StaffActionFilter | null;
}
