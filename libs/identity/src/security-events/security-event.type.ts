import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar } from '@upstander/platform';

@ObjectType({ description: 'Whom a security event is about, or who did it.' })
export class SecurityEventPerson {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType('SecurityEvent', { description: 'Something that happened to an account, or was tried and refused.' })
export class SecurityEventEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'A code, such as `signed-in` or `sign-in-failed`: docs/security/logging.md.' })
  kind!: string;

  @Field(() => DateTimeScalar, { description: 'When; of what is counted, the minute.' })
  at!: Date;

  @Field(() => SecurityEventPerson, { nullable: true, description: 'Null where no account is known.' })
  account!: SecurityEventPerson | null;

  @Field(() => SecurityEventPerson, { nullable: true, description: 'Null where it was the account itself.' })
  by!: SecurityEventPerson | null;

  @Field(() => String, { nullable: true, description: 'A code: the operation, the limit, the way of signing in.' })
  detail!: string | null;

  @Field(() => String, { nullable: true, description: 'The same for the same network; what it is called is not kept.' })
  network!: string | null;

  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class SecurityEventConnection extends ConnectionOf(SecurityEventEntry, 'SecurityEvent') {}

@ArgsType()
export class SecurityEventsArgs {
  @Field(() => [String], { nullable: true, description: 'Only these kinds.' })
  kinds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what is about this account, or was done by it.' })
  accountId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Not what happened before this moment.' })
  from?: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what happened before this moment.' })
  until?: Date | null;

  @Field(() => Int, { nullable: true })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;
}
